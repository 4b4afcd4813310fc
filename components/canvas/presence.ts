/**
 * Cursors with names: own pointer → awareness, others' awareness → tldraw's presence records, once per animation frame.
 */
import { InstancePresenceRecordType, react, type Editor, type TLInstancePresence } from 'tldraw';
import { TLPOINTER_ID } from '@tldraw/tlschema';
import type { Awareness } from 'y-protocols/awareness';

/** More cursors than this, and only the nearest are shown. */
const MANY = 100;
const NEAREST = 50;
const COLOURS = ['#1d5fa8', '#a3412f', '#2f7a3b', '#7a3f98', '#8a6212', '#0f7478', '#a03a6f', '#4a5568'];

type CursorState = { key: string; x: number; y: number };

function readCursor(value: unknown): CursorState | null {
  const cursor = (value as { cursor?: unknown } | undefined)?.cursor as Partial<CursorState> | null | undefined;
  if (!cursor || typeof cursor.key !== 'string' || !Number.isFinite(cursor.x) || !Number.isFinite(cursor.y)) return null;
  return { key: cursor.key, x: Number(cursor.x), y: Number(cursor.y) };
}

function colourOf(key: string): string {
  let sum = 0;
  for (const char of key) sum = (sum * 31 + (char.codePointAt(0) ?? 0)) % 9_973;
  return COLOURS[sum % COLOURS.length] ?? '#4a5568';
}

const idOf = (clientId: number) => InstancePresenceRecordType.createId(`kp-${clientId}`);

export type PresenceOptions = { editor: Editor; awareness: Awareness; me: string; nameOf: (key: string) => string };

/** Starts both directions; returns what stops them and takes the others' cursors away. */
export function bindPresence({ editor, awareness, me, nameOf }: PresenceOptions): () => void {
  const seen = new Map<number, { cursor: CursorState; at: number }>();
  let frame: number | null = null;

  const stopOwn = react('own cursor', () => {
    const pointer = editor.store.get(TLPOINTER_ID);
    if (pointer) awareness.setLocalStateField('cursor', { key: me, x: Math.round(pointer.x), y: Math.round(pointer.y) });
  });

  function nearest(): [number, CursorState][] {
    const all = [...seen].map(([id, { cursor }]): [number, CursorState] => [id, cursor]);
    if (all.length <= MANY) return all;
    const { x, y } = editor.getViewportPageBounds().center;
    const distance = ({ 1: cursor }: [number, CursorState]): number => Math.hypot(cursor.x - x, cursor.y - y);
    return all.sort((a, b) => distance(a) - distance(b)).slice(0, NEAREST);
  }

  function recordOf(clientId: number, cursor: CursorState): TLInstancePresence {
    return InstancePresenceRecordType.create({
      id: idOf(clientId), userId: `kp-${clientId}`, userName: nameOf(cursor.key), color: colourOf(cursor.key), currentPageId: editor.getCurrentPageId(),
      cursor: { x: cursor.x, y: cursor.y, type: 'default', rotation: 0 }, lastActivityTimestamp: seen.get(clientId)?.at ?? 0,
      camera: null, screenBounds: null, chatMessage: '', followingUserId: null, brush: null, selectedShapeIds: [], scribbles: [], meta: {},
    });
  }

  function draw(): void {
    frame = null;
    const wanted = nearest().map(([id, cursor]) => recordOf(id, cursor));
    const ids = new Set<string>(wanted.map((record) => record.id));
    const gone = editor.store.query.records('instance_presence').get().filter((record) => !ids.has(record.id)).map((record) => record.id);
    editor.store.mergeRemoteChanges(() => {
      if (gone.length > 0) editor.store.remove(gone);
      if (wanted.length > 0) editor.store.put(wanted);
    });
  }

  function onChange(): void {
    const now = Date.now();
    const states = awareness.getStates();
    for (const id of seen.keys()) if (!states.has(id)) seen.delete(id);
    for (const [id, state] of states) {
      const cursor = id === awareness.clientID ? null : readCursor(state);
      const before = seen.get(id)?.cursor;
      if (!cursor) seen.delete(id);
      else if (!before || before.x !== cursor.x || before.y !== cursor.y || before.key !== cursor.key) seen.set(id, { cursor, at: now });
    }
    frame ??= requestAnimationFrame(draw);
  }

  awareness.on('change', onChange);
  onChange();
  return () => {
    stopOwn();
    awareness.off('change', onChange);
    if (frame !== null) cancelAnimationFrame(frame);
    const left = editor.store.query.records('instance_presence').get().map((record) => record.id);
    if (left.length > 0) editor.store.mergeRemoteChanges(() => editor.store.remove(left));
  };
}
