/** What a person chose to see, and what the group laid over the schema, brought to the signals the shapes follow. */
import { useEffect, useLayoutEffect, useRef } from 'react';
import type { Editor } from 'tldraw';
import { useMapData } from '@/components/map/map-data';
import { useMapView } from '@/components/map/map-view';
import type { WorkshopMap } from '@/lib/api/map-contracts';
import { linksBetween, samePlacePairs } from '@/lib/domain/graph/intervention-links';
import { type OwnPoint, placeOwnBalls } from '@/lib/domain/layout/own-balls';
import type { Depth, PictureBall } from '@/lib/domain/layout/picture';
import type { Template } from '@/lib/domain/template/template';
import { clearOfCard, showElement, showWholePicture } from './board-camera';
import { type Board, byElement, type RestsOn } from './board-context';

const DEPTHS = ['far', 'middle', 'near', 'nearest'] as const satisfies readonly Depth[];

function ownBalls(board: Board, points: readonly OwnPoint[]): Record<Depth, ReadonlyMap<string, PictureBall[]>> {
  const placed = DEPTHS.map((depth) => [depth, byElement(placeOwnBalls(board.picture, board.index, points, depth))]);
  return Object.fromEntries(placed) as Record<Depth, ReadonlyMap<string, PictureBall[]>>;
}

/** How many fact cards and quotes an element has. */
function restsOn({ facts, pins }: Pick<WorkshopMap, 'facts' | 'pins'>): Map<string, RestsOn> {
  const found = new Map<string, RestsOn>();
  const count = (id: string, kind: keyof RestsOn): void => {
    const before = found.get(id) ?? { facts: 0, quotes: 0 };
    found.set(id, { ...before, [kind]: before[kind] + 1 });
  };
  for (const { elementId } of facts) count(elementId, 'facts');
  for (const { elementId } of pins) count(elementId, 'quotes');
  return found;
}

function useGroupOnBoard(board: Board, template: Template): void {
  const { ownPoints, facts, pins } = useMapData().group.map;
  useEffect(() => {
    board.ownPoints.set(ownPoints);
    board.ownBalls.set(ownBalls(board, ownPoints));
  }, [board, ownPoints]);
  useEffect(() => void board.rests.set(restsOn({ facts, pins })), [board, facts, pins]);
  useEffect(() => {
    const stated = linksBetween(template).pairs.map(({ from, to }) => ({ from, to, isStated: true }));
    const alike = samePlacePairs([...template.interventionPoints, ...ownPoints]);
    board.links.set([...stated, ...alike.map(([from, to]) => ({ from, to, isStated: false }))]);
  }, [board, template, ownPoints]);
}

/** The address chooses, and so does a click; the camera follows only what somebody chose elsewhere. */
function useSelection(editor: Editor | null, board: Board): void {
  const { selected, select } = useMapView();
  const chosenHere = useRef<string | null>(null);
  useLayoutEffect(() => {
    board.choose.current = (id) => {
      chosenHere.current = id;
      select(id);
    };
  }, [board, select]);
  useEffect(() => {
    board.focused.set(selected);
    if (!editor || selected === null) return;
    if (chosenHere.current === selected) clearOfCard(editor);
    else showElement(editor, board, selected);
    chosenHere.current = null;
  }, [editor, board, selected]);
}

export function useMapOnBoard(editor: Editor | null, board: Board, template: Template): void {
  const { settings, bright } = useMapView();
  const { families, follow, loop } = settings;
  useEffect(() => void board.bright.set(bright), [board, bright]);
  useEffect(() => void board.families.set(families), [board, families]);
  useEffect(() => void board.isFollowing.set(follow !== null || loop !== null), [board, follow, loop]);
  useGroupOnBoard(board, template);
  useSelection(editor, board);
  useEffect(() => {
    // An effect or a loop runs over the whole schema, so that is what one has to see.
    if (editor && (follow !== null || loop !== null)) showWholePicture(editor, board, true);
  }, [editor, board, follow, loop]);
}
