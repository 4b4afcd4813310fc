/** Where one looks: the whole schema, its beginning, or one element. */
import { Box, type Editor, react } from 'tldraw';
import type { PictureLayer } from '@/lib/domain/layout/picture';
import { textWidth } from '@/lib/domain/layout/text-lines';
import type { Board } from './board-context';

export const ZOOM_STEPS = [0.04, 0.08, 0.12, 0.18, 0.26, 0.38, 0.55, 0.8, 1.15, 1.6, 2.4, 4];
/** Room that controls take from the picture, in pixels. */
const INSETS = {
  wide: { left: 84, top: 14, right: 14, bottom: 14 },
  narrow: { left: 10, top: 68, right: 10, bottom: 120 },
};
/** Under this width, in pixels, the card lies at the bottom. */
export const NARROW = 900;
const PHONE = 640;

/** Room that the open card takes at the right, or on a narrow screen at the bottom. */
const CARD_ROOM = { wide: { right: 440, bottom: 0 }, narrow: { right: 0, bottom: 0.62 } };

type Camera = { x: number; y: number; z: number };

/** The whole picture beside the controls, and beside the card when one is open. */
function wholeCamera(editor: Editor, board: Board): Camera {
  const { w, h } = editor.getViewportScreenBounds();
  const inset = w < NARROW ? INSETS.narrow : INSETS.wide;
  const right = w >= NARROW && board.focused.get() !== null ? CARD_ROOM.wide.right : inset.right;
  const room = { w: Math.max(100, w - inset.left - right), h: Math.max(100, h - inset.top - inset.bottom) };
  const z = Math.min(room.w / board.picture.width, room.h / board.picture.height);
  return {
    x: (inset.left + (room.w - board.picture.width * z) / 2) / z,
    y: (inset.top + (room.h - board.picture.height * z) / 2) / z,
    z,
  };
}

/** Shows the whole picture, in what bars and card leave of the screen. */
export function showWholePicture(editor: Editor, board: Board, animate: boolean): void {
  const camera = wholeCamera(editor, board);
  board.whole.current = camera;
  editor.setCamera(camera, {
    animation: { duration: animate ? editor.user.getAnimationSpeed() * 320 : 0 },
    force: true,
  });
}

const isAt = (one: Camera, other: Camera): boolean =>
  Math.abs(one.z - other.z) < 1e-4 && Math.hypot(one.x - other.x, one.y - other.y) * one.z < 2;

/** Who looks at the whole keeps the whole, when a bar above the board or the window itself takes room. */
export function keepWhole(editor: Editor, board: Board): () => void {
  let before = editor.getViewportScreenBounds().clone();
  return react('keep the whole in sight', () => {
    const { w, h } = editor.getViewportScreenBounds();
    if (w === before.w && h === before.h) return;
    before = new Box(0, 0, w, h);
    const { current } = board.whole;
    if (current && isAt(editor.getCamera(), current)) showWholePicture(editor, board, false);
  });
}

/** On a phone the whole schema would be too small to read: one begins at the bottom, where it is read from. */
export function showFirst(editor: Editor, board: Board): void {
  const { w, h } = editor.getViewportScreenBounds();
  const bottomOf = ({ rect }: PictureLayer): number => rect.y + rect.h;
  const [base] = board.picture.layers
    .filter(({ isColumn }) => !isColumn)
    .sort((one, other) => bottomOf(other) - bottomOf(one) || other.rect.w - one.rect.w);
  if (w >= PHONE || !base) {
    showWholePicture(editor, board, false);
    return;
  }
  const { essence } = base;
  const widest = Math.max(...essence.lines.map((line) => textWidth(line, essence.size, essence.weight)));
  const z = Math.min(0.3, (w - 2 * INSETS.narrow.left) / widest);
  editor.setCamera(
    { x: w / 2 / z - (essence.x + essence.w / 2), y: (h - INSETS.narrow.bottom) / z - bottomOf(base), z },
    { force: true },
  );
}

/** Where an element stands, or what an intervention point concerns: all of it together. */
function placeOf(board: Board, id: string): Box | null {
  const { rectOf, hostOf } = board.index;
  const ownPoint = board.ownPoints.get().find((point) => point.id === id);
  const balls = board.picture.balls.middle.filter((ball) => ball.pointId === id);
  const hosts = ownPoint ? ownPoint.concerns : balls.length > 0 ? balls.map((ball) => ball.elementId) : [id];
  const boxes = hosts.flatMap((host) => {
    const rect = rectOf(host) ?? rectOf(hostOf(host) ?? host);
    return rect ? [new Box(rect.x, rect.y, rect.w, rect.h)] : [];
  });
  return boxes.length === 0 ? null : Box.Common(boxes);
}

/** A card that opens leaves at least this much, in pixels, beside what was clicked. */
const CLEARANCE = 60;
/** Closer than this one sees too little of what is around it. */
const CLOSEST = 1.2;

/** Brings an element into what the card leaves free, large enough to read what stands in it. */
export function showElement(editor: Editor, board: Board, elementId: string): void {
  const box = placeOf(board, elementId);
  if (!box) return;
  const { w, h } = editor.getViewportScreenBounds();
  const { right, bottom } = w < NARROW ? { ...CARD_ROOM.narrow, bottom: h * CARD_ROOM.narrow.bottom } : CARD_ROOM.wide;
  const inset = w < NARROW ? 24 : 56;
  const room = { w: Math.max(80, w - right - 2 * inset), h: Math.max(80, h - bottom - 2 * inset) };
  const z = Math.min(CLOSEST, room.w / box.w, room.h / box.h);
  editor.setCamera(
    {
      x: (inset + room.w / 2) / z - box.midX,
      y: (inset + room.h / 2) / z - box.midY,
      z,
    },
    { animation: { duration: editor.user.getAnimationSpeed() * 320 }, force: true },
  );
}

/** After a click on the board: moves it aside when the card would lie over what was clicked. */
export function clearOfCard(editor: Editor): void {
  const { w } = editor.getViewportScreenBounds();
  if (w < NARROW) return;
  const { x } = editor.inputs.currentScreenPoint;
  const hidden = x - (w - CARD_ROOM.wide.right - CLEARANCE);
  if (hidden <= 0) return;
  const camera = editor.getCamera();
  editor.setCamera(
    { ...camera, x: camera.x - hidden / camera.z },
    { animation: { duration: editor.user.getAnimationSpeed() * 240 } },
  );
}
