import type { Editor } from 'tldraw';
import { useMapView } from '@/components/map/map-view';
import { Button } from '@/components/ui/button';
import type { Rect } from '@/lib/domain/layout/picture';
import { nlCanvas } from '@/lib/messages/nl-canvas';
import { showElement } from '../board-camera';
import type { Board } from '../board-context';
import { NOTE_WIDTH } from '../shapes/shape-props';
import { createNote, startWriting } from '../tools/note-tool';

/** Where a note's middle belongs to this element and to nothing within it, at the depth of now and when one comes closer. */
function placeFor(board: Board, elementId: string, rect: Rect, there: number): { x: number; y: number } {
  const x = rect.x + Math.min(rect.w - 20, Math.max(rect.w / 2, rect.w - NOTE_WIDTH / 2)) + (there % 4) * 8;
  const low = { x, y: rect.y + Math.min(rect.h / 2, 120) + there * 14 };
  const spots = [low, { x, y: rect.y + 10 }, { x: rect.x + rect.w / 2, y: rect.y + 10 }];
  const depths = ['near', board.depth.get()] as const;
  return (
    spots.find((spot) => depths.every((depth) => board.index.elementAt(spot.x, spot.y, depth) === elementId)) ?? low
  );
}

/** Right of the element or in it, a little lower for each note that is there already. */
function putNoteOn(editor: Editor, board: Board, elementId: string): void {
  const rect = board.index.rectOf(elementId);
  if (!rect) return;
  const { x, y } = placeFor(board, elementId, rect, board.elements.get()?.notesOn.get().get(elementId) ?? 0);
  startWriting(editor, createNote(editor, x, y));
}

/** What only a board can do with the element whose card is open. */
export function BoardCardActions({ editor, board, canWrite }: { editor: Editor; board: Board; canWrite: boolean }) {
  const { selected } = useMapView();
  if (selected === null) return null;
  const isOnBoard = board.index.rectOf(selected) !== null;
  return (
    <>
      {canWrite && isOnBoard && <Button onClick={() => putNoteOn(editor, board, selected)}>{nlCanvas.noteHere}</Button>}
      <Button variant="quiet" onClick={() => showElement(editor, board, selected)}>
        {nlCanvas.zoomHere}
      </Button>
    </>
  );
}
