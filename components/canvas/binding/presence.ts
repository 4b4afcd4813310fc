/**
 * Cursors with names: own pointer → awareness, others' awareness → tldraw's presence records, once per animation frame.
 */
import { TLPOINTER_ID } from '@tldraw/tlschema';
import { type Editor, InstancePresenceRecordType, react, type TLInstancePresence } from 'tldraw';
import type { Awareness } from 'y-protocols/awareness';

/** More cursors than this, and only the nearest are shown. */
const MANY = 100;
const NEAREST = 50;
const COLOURS = ['#1d5fa8', '#a3412f', '#2f7a3b', '#7a3f98', '#8a6212', '#0f7478', '#a03a6f', '#4a5568'];

type CursorState = { key: string; x: number; y: number };
type SeenCursor = CursorState & { clientId: number; at: number };

function readCursor(value: unknown): CursorState | null {
  const cursor = (value as { cursor?: unknown } | undefined)?.cursor as Partial<CursorState> | null | undefined;
  if (!cursor || typeof cursor.key !== 'string' || !Number.isFinite(cursor.x) || !Number.isFinite(cursor.y))
    return null;
  return { key: cursor.key, x: Number(cursor.x), y: Number(cursor.y) };
}

function colourOf(key: string): string {
  let sum = 0;
  for (const char of key) sum = (sum * 31 + (char.codePointAt(0) ?? 0)) % 9_973;
  return COLOURS[sum % COLOURS.length] ?? '#4a5568';
}

function recordOf({ clientId, key, x, y, at }: SeenCursor, editor: Editor, name: string): TLInstancePresence {
  return InstancePresenceRecordType.create({
    id: InstancePresenceRecordType.createId(`kp-${clientId}`),
    userId: `kp-${clientId}`,
    userName: name,
    color: colourOf(key),
    currentPageId: editor.getCurrentPageId(),
    cursor: { x, y, type: 'default', rotation: 0 },
    lastActivityTimestamp: at,
    camera: null,
    screenBounds: null,
    chatMessage: '',
    followingUserId: null,
    brush: null,
    selectedShapeIds: [],
    scribbles: [],
    meta: {},
  });
}

/** All cursors, or those nearest to the middle of the view when there are too many to look at. */
function shownOf(seen: Iterable<SeenCursor>, editor: Editor): SeenCursor[] {
  const all = [...seen];
  if (all.length <= MANY) return all;
  const { x, y } = editor.getViewportPageBounds().center;
  const distance = (cursor: SeenCursor): number => Math.hypot(cursor.x - x, cursor.y - y);
  return all.sort((a, b) => distance(a) - distance(b)).slice(0, NEAREST);
}

function putPresence(editor: Editor, wanted: TLInstancePresence[]): void {
  const ids = new Set<string>(wanted.map((record) => record.id));
  const present = editor.store.query.records('instance_presence').get();
  const gone = present.filter((record) => !ids.has(record.id)).map((record) => record.id);
  if (gone.length === 0 && wanted.length === 0) return;
  editor.store.mergeRemoteChanges(() => {
    editor.store.remove(gone);
    editor.store.put(wanted);
  });
}

/** Brings `seen` up to date with the awareness states; a cursor that did not move keeps its time. */
function readStates(awareness: Awareness, seen: Map<number, SeenCursor>): void {
  const states = awareness.getStates();
  for (const clientId of seen.keys()) if (!states.has(clientId)) seen.delete(clientId);
  for (const [clientId, state] of states) {
    const cursor = clientId === awareness.clientID ? null : readCursor(state);
    const before = seen.get(clientId);
    if (!cursor) seen.delete(clientId);
    else if (before?.x !== cursor.x || before.y !== cursor.y || before.key !== cursor.key) {
      seen.set(clientId, { ...cursor, clientId, at: Date.now() });
    }
  }
}

export type PresenceOptions = { editor: Editor; awareness: Awareness; me: string; nameOf: (key: string) => string };

/** Starts both directions; returns what stops them and takes the others' cursors away. */
export function bindPresence({ editor, awareness, me, nameOf }: PresenceOptions): () => void {
  const seen = new Map<number, SeenCursor>();
  let frame: number | null = null;
  const stopOwn = react('own cursor', () => {
    const pointer = editor.store.get(TLPOINTER_ID);
    if (pointer) {
      awareness.setLocalStateField('cursor', { key: me, x: Math.round(pointer.x), y: Math.round(pointer.y) });
    }
  });
  const draw = (): void => {
    frame = null;
    putPresence(
      editor,
      shownOf(seen.values(), editor).map((cursor) => recordOf(cursor, editor, nameOf(cursor.key))),
    );
  };
  const onChange = (): void => {
    readStates(awareness, seen);
    frame ??= requestAnimationFrame(draw);
  };
  awareness.on('change', onChange);
  onChange();
  return () => {
    stopOwn();
    awareness.off('change', onChange);
    if (frame !== null) cancelAnimationFrame(frame);
    putPresence(editor, []);
  };
}
