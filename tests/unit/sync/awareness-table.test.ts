import * as encoding from 'lib0/encoding';
import { expect, it } from 'vitest';
import { Awareness, applyAwarenessUpdate, encodeAwarenessUpdate } from 'y-protocols/awareness';
import * as Y from 'yjs';
import type { SyncActor } from '@/server/sync/sync-actor';
import { AwarenessTable, stampIdentity } from '@/server/sync/wire/awareness-table';

const actor = (name: string): SyncActor => ({
  key: `p:${name}`,
  name,
  role: 'participant',
  workshopId: 'w',
  canWrite: true,
});
const anna = { who: 'anna' };
const bram = { who: 'bram' };
const limits = { maxIds: 4, maxEntryBytes: 1_000 };

function message(...entries: [id: number, clock: number, json: string][]): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, entries.length);
    for (const [id, clock, json] of entries) {
      encoding.writeVarUint(encoder, id);
      encoding.writeVarUint(encoder, clock);
      encoding.writeVarString(encoder, json);
    }
  });
}

/** The states a real client would have after this message. */
function statesOf(...payloads: (Uint8Array | null)[]): Map<number, unknown> {
  const awareness = new Awareness(new Y.Doc());
  awareness.setLocalState(null);
  for (const payload of payloads) if (payload) applyAwarenessUpdate(awareness, payload, 'test');
  const states = new Map(awareness.states);
  awareness.destroy();
  return states;
}

it('[S6] passes on what changed, once', () => {
  const table = new AwarenessTable<object>(limits);
  expect(table.receive(anna, actor('anna'), message([1, 1, '{"x":1}']))).toBe('changed');
  expect(table.receive(anna, actor('anna'), message([1, 2, '{"x":2}']))).toBe('changed');
  expect(statesOf(table.takeChanges()).get(1)).toMatchObject({ x: 2 });
  expect(table.takeChanges()).toBeNull();
});

it('[S6.1] drops what somebody sends back, also when it is no JSON at all', () => {
  const table = new AwarenessTable<object>(limits);
  table.receive(anna, actor('anna'), message([1, 1, '{}']));
  table.takeChanges();
  expect(table.receive(bram, actor('bram'), message([1, 1, '{}']))).toBe('echo');
  expect(table.receive(bram, actor('bram'), message([1, 9, 'not json']))).toBe('echo');
  expect(table.receive(bram, actor('bram'), message([1, 9, 'null']))).toBe('echo');
  expect(table.takeChanges()).toBeNull();
});

it('[S6.1] a fifth id of one connection is too many', () => {
  const table = new AwarenessTable<object>(limits);
  const four = message([1, 0, '{}'], [2, 0, '{}'], [3, 0, '{}'], [4, 0, '{}']);
  expect(table.receive(anna, actor('anna'), four)).toBe('changed');
  expect(table.receive(anna, actor('anna'), message([5, 0, '{}']))).toBe('bad');
});

it('[S6.2] takes the cursors of a connection that ends away, and a late echo does not bring them back', () => {
  const table = new AwarenessTable<object>(limits);
  table.receive(anna, actor('anna'), message([1, 3, '{"x":1}']));
  const before = table.takeChanges();
  table.remove(anna);
  expect(statesOf(before, table.takeChanges()).has(1)).toBe(false);
  expect(table.receive(bram, actor('bram'), message([1, 3, '{"x":1}']))).toBe('echo');
  expect(table.encodeAll()).toBeNull();
  expect(table.receive(anna, actor('anna'), message([1, 4, '{"x":2}']))).toBe('changed');
});

it('[S6.3] puts the server’s identity over a claimed one, in the state itself', () => {
  const forged = '{"user":{"key":"p:bram","name":"Bram","colour":"red"},"x":1}';
  expect(JSON.parse(stampIdentity(forged, actor('anna')))).toEqual({
    user: { key: 'p:anna', name: 'anna', role: 'participant', colour: 'red' },
    x: 1,
  });
  const twice = '{"user":{"key":"p:anna","name":"anna","role":"participant"},"user":{"name":"Bram"}}';
  expect(JSON.parse(stampIdentity(twice, actor('anna')))).toMatchObject({ user: { key: 'p:anna', name: 'anna' } });
  const escaped = '{"\\u0075ser":{"name":"Bram"}}';
  expect(JSON.parse(stampIdentity(escaped, actor('anna')))).toMatchObject({ user: { name: 'anna' } });
  const honest = '{"user":{"key":"p:anna","name":"anna","role":"participant"}}';
  expect(stampIdentity(honest, actor('anna'))).toBe(honest);
});

it('[S6.4] refuses what would throw in a reader, or is too large', () => {
  for (const json of ['{', '[]', '1', '"text"', `{"x":"${'y'.repeat(1_000)}"}`]) {
    const table = new AwarenessTable<object>(limits);
    expect(table.receive(anna, actor('anna'), message([1, 1, json]))).toBe('bad');
    expect(table.takeChanges()).toBeNull();
  }
});

it('[S6] understands what the real client sends', () => {
  const awareness = new Awareness(new Y.Doc());
  awareness.setLocalState({ cursor: { x: 3, y: 4 } });
  const table = new AwarenessTable<object>(limits);
  expect(table.receive(anna, actor('anna'), encodeAwarenessUpdate(awareness, [awareness.clientID]))).toBe('changed');
  expect(statesOf(table.encodeAll()).get(awareness.clientID)).toMatchObject({
    cursor: { x: 3 },
    user: { key: 'p:anna' },
  });
  awareness.destroy();
});

it('[S6.1] who comes back before the old connection is known to be dead keeps the cursor', () => {
  const table = new AwarenessTable<object>(limits);
  const [old, fresh] = [{ who: 'anna, half open' }, { who: 'anna again' }];
  table.receive(old, actor('anna'), message([1, 3, '{"x":1}']));
  expect(table.receive(fresh, actor('anna'), message([1, 3, '{"x":1}']))).toBe('echo');
  expect(table.receive(fresh, actor('anna'), message([1, 9, 'null']))).toBe('echo');
  expect(table.receive(fresh, actor('anna'), message([1, 4, '{"x":2}']))).toBe('changed');
  expect(table.receive(old, actor('anna'), message([1, 4, '{"x":2}']))).toBe('echo');
  expect(table.receive(bram, actor('bram'), message([1, 5, '{"x":3}']))).toBe('echo');
  table.remove(old);
  expect(statesOf(table.encodeAll()).get(1)).toMatchObject({ x: 2 });
  table.remove(fresh);
  expect(table.encodeAll()).toBeNull();
});
