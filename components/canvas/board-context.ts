import { createContext, useContext } from 'react';
import { type Atom, atom, type Editor, type TLShapeId } from 'tldraw';
import { type OwnPointView, PLAIN_VIEW, type ViewSettings } from '@/lib/api/map-contracts';
import type { Depth, Picture, PictureBall, PictureBlock, PictureLayer } from '@/lib/domain/layout/picture';
import { indexPicture, type PictureIndex } from '@/lib/domain/layout/picture-index';
import type { BoardElements } from './layer/board-elements';
import type { InkColour, NoteColour } from './shapes/shape-props';
import { depthAt } from './template/depth';

/** Fact cards and quotes on one element. */
export type PointLink = { from: string; to: string; isStated: boolean };
export type RestsOn = { facts: number; quotes: number };

export type Stroke = { points: number[]; colour: InkColour; size: number };

/** What the shapes and tools of one board share. Signals, so that only what depends on one redraws. */
export type Board = {
  picture: Picture;
  index: PictureIndex;
  layers: ReadonlyMap<string, PictureLayer>;
  cards: ReadonlyMap<string, PictureBlock>;
  /** balls by element id */
  balls: Record<Depth, ReadonlyMap<string, PictureBall[]>>;
  depth: Atom<Depth>;
  /** the element or intervention point whose card is open */
  focused: Atom<string | null>;
  /** the element a dragged note or arrow end would belong to */
  hinted: Atom<string | null>;
  noteColour: Atom<NoteColour>;
  inkColour: Atom<InkColour>;
  stroke: Atom<Stroke | null>;
  /** dots per intervention point in the newest closed round, by number */
  dots: Atom<ReadonlyMap<string, number>>;
  /** name to show for an author key */
  names: Atom<ReadonlyMap<string, string>>;
  me: Atom<string>;
  /** things that can be read and are elements of the page for it */
  readable: Atom<ReadonlySet<TLShapeId>>;
  /** set once the editor is prepared */
  elements: Atom<BoardElements | null>;
  /** elements and intervention points that stay bright; null when nothing is faded */
  bright: Atom<ReadonlySet<string> | null>;
  /** kinds of arrows and balls a person wants to see; the others fade */
  families: Atom<ViewSettings['families']>;
  /** somebody follows an effect or a loop: the arrows of it stand out */
  isFollowing: Atom<boolean>;
  /** points of the group itself, and their balls by element id */
  ownPoints: Atom<readonly OwnPointView[]>;
  ownBalls: Atom<Record<Depth, ReadonlyMap<string, PictureBall[]>>>;
  /** what each element rests on, as far as the group put it there */
  rests: Atom<ReadonlyMap<string, RestsOn>>;
  /** pairs of intervention points: stated by the template, or only on the same part of it */
  links: Atom<readonly PointLink[]>;
  /** the camera that last showed the whole picture */
  whole: { current: { x: number; y: number; z: number } | null };
  /** opens the card of an element or intervention point; null closes it */
  choose: { current: (id: string | null) => void };
};

/** Balls per element they stand on. */
export function byElement(balls: PictureBall[]): Map<string, PictureBall[]> {
  const map = new Map<string, PictureBall[]>();
  for (const ball of balls) map.set(ball.elementId, [...(map.get(ball.elementId) ?? []), ball]);
  return map;
}

export function makeBoard(picture: Picture, me: string): Board {
  return {
    picture,
    index: indexPicture(picture),
    layers: new Map(picture.layers.map((layer) => [layer.id, layer])),
    cards: new Map(picture.blocks.map((block) => [block.id, block])),
    balls: {
      far: byElement(picture.balls.far),
      middle: byElement(picture.balls.middle),
      near: byElement(picture.balls.near),
      nearest: byElement(picture.balls.nearest),
    },
    depth: atom('depth', 'far'),
    focused: atom('focused', null),
    hinted: atom('hinted', null),
    noteColour: atom('noteColour', 'yellow'),
    inkColour: atom('inkColour', 'black'),
    stroke: atom('stroke', null),
    dots: atom('dots', new Map()),
    names: atom('names', new Map()),
    me: atom('me', me),
    readable: atom('readable', new Set()),
    elements: atom('elements', null),
    bright: atom('bright', null),
    families: atom('families', PLAIN_VIEW.families),
    isFollowing: atom('isFollowing', false),
    ownPoints: atom('ownPoints', []),
    ownBalls: atom('ownBalls', { far: new Map(), middle: new Map(), near: new Map(), nearest: new Map() }),
    rests: atom('rests', new Map()),
    links: atom('links', []),
    whole: { current: null },
    choose: { current: () => undefined },
  };
}

/** Keeps the depth in step with the camera. */
export function followZoom(board: Board, zoom: number): void {
  board.depth.set(depthAt(board.depth.get(), zoom));
}

export const BoardContext = createContext<Board | null>(null);

export function useBoard(): Board {
  const board = useContext(BoardContext);
  if (!board) throw new Error('outside a board');
  return board;
}

const boards = new WeakMap<Editor, Board>();
/** Tools and shape utils know only the editor. */
export const setBoardOf = (editor: Editor, board: Board): void => void boards.set(editor, board);
export const boardOf = (editor: Editor): Board | null => boards.get(editor) ?? null;
