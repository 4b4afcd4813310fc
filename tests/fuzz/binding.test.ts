/** Boards of several people under random hands, a random network and damaged records: all end up equal. Seeds are printed. */

import type { TLShape, TLShapeId } from '@tldraw/tlschema';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { shapeIdOf, toRecord, toShape } from '@/components/canvas/binding/record-mapping';
import { isRecordKey, type RecordKey } from '@/lib/collab/records';
import { readRecord, readRecords, recordsOf } from '@/lib/collab/workshop-doc';
import { layoutTemplate } from '@/lib/domain/layout/layout-template';
import { indexPicture } from '@/lib/domain/layout/picture-index';
import { nlCanvas } from '@/lib/messages/nl-canvas';
import { type BoardPeer, boardPeer } from '../support/board-peer';
import { change, putArrow, putDrawing, putNote, putText, remove, seenOn } from '../support/board-shapes';
import { smallTemplate } from '../support/small-template';

const SEEDS = Number(process.env.FUZZ_SEEDS ?? 40);
const STEPS = 60;
const index = indexPicture(layoutTemplate(smallTemplate(), 1, nlCanvas.key));

type Random = {
  int: (below: number) => number;
  pick: <T>(items: readonly T[]) => T;
  chance: (part: number) => boolean;
};

function random(seed: number): Random {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const int = (below: number): number => Math.floor(next() * below);
  return { int, pick: (items) => items[int(items.length)] as never, chance: (part) => next() < part };
}

const WORDS = ['ja', 'nee', 'samen', 'hulp', '😀', 'é', '\n', ' '];

function editText(text: string, dice: Random): string {
  const chars = [...text];
  const at = dice.int(chars.length + 1);
  if (dice.chance(0.3)) chars.splice(at, 1 + dice.int(3));
  else chars.splice(at, 0, dice.pick(WORDS));
  return chars.join('').slice(0, 900);
}

const shapesOf = (peer: BoardPeer): TLShape[] =>
  peer.store.query
    .records('shape')
    .get()
    .filter((shape) => !shape.id.startsWith('shape:el-'));

function act(peer: BoardPeer, dice: Random): void {
  const shapes = shapesOf(peer);
  const some = shapes.length > 0 ? dice.pick(shapes) : null;
  const at = (): [number, number] => [dice.int(6_000) - 200, dice.int(5_000) - 200];
  const kind = dice.int(12);
  if (kind <= 1 || !some) return void putNote(peer.store, ...at(), dice.pick(WORDS));
  if (kind === 2) return void putText(peer.store, ...at(), 'los');
  if (kind === 3) return void putDrawing(peer.store, ...at());
  if (kind === 4) {
    const target = shapes.find((shape) => (shape.type as string) === 'kp-note');
    const start = target && dice.chance(0.6) ? { shape: target.id } : { x: dice.int(90), y: dice.int(90) };
    return void putArrow(
      peer.store,
      start,
      dice.chance(0.5) ? { element: 'T3.1.p2', host: 'T3.1' } : { element: 'T1', host: 'T1' },
    );
  }
  if (kind === 5) remove(peer.store, some.id);
  if (kind === 6 && dice.chance(0.5)) peer.binding.undo();
  else if (kind === 6) peer.binding.redo();
  if (kind === 7) peer.binding.stopCapturing();
  if (kind <= 7) return;
  if (kind <= 9) {
    change(peer.store, some.id, { x: some.x + dice.int(400) - 200, y: some.y + dice.int(400) - 200 });
    if (dice.chance(0.5)) peer.binding.settle();
    return;
  }
  const props = some.props as unknown as Record<string, unknown>;
  if (typeof props.text === 'string') change(peer.store, some.id, { props: { text: editText(props.text, dice) } });
}

/** What somebody else's faulty client might write. */
function damage(doc: Y.Doc, dice: Random): void {
  doc.transact(() => {
    const records = recordsOf(doc);
    const keys = [...records.keys()];
    const bad = `note:00000000-0000-4000-8000-0000000000${10 + dice.int(5)}`;
    if (dice.chance(0.4)) records.set(bad, dice.pick(['tekst', 7, null, new Y.Map(), new Y.Text('los')]) as never);
    else if (keys.length > 0) {
      const value = records.get(dice.pick(keys));
      if (value instanceof Y.Map)
        value.set(
          dice.pick(['x', 'colour', 'kind', 'v', 'index', 'anchor', 'nieuw']),
          dice.pick(['?', -1, null, 1e12, 'a1']),
        );
    }
  }, 'faulty client');
}

class Network {
  private readonly inbox = new Map<BoardPeer, Uint8Array[]>();
  private readonly offline = new Set<BoardPeer>();
  constructor(private readonly peers: BoardPeer[]) {
    for (const peer of peers) {
      this.inbox.set(peer, []);
      this.watch(peer, peer.doc);
    }
  }
  private watch(peer: BoardPeer, doc: Y.Doc): void {
    doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin === 'net' || this.offline.has(peer)) return;
      for (const other of this.peers)
        if (other !== peer && !this.offline.has(other)) this.inbox.get(other)?.push(update);
    });
  }
  deliver(peer: BoardPeer, dice: Random): void {
    const waiting = this.inbox.get(peer) ?? [];
    for (let count = dice.int(4); count > 0 && waiting.length > 0; count -= 1) {
      const [update] = waiting.splice(dice.int(waiting.length), 1);
      if (update) Y.applyUpdate(peer.doc, update, 'net');
    }
  }
  toggle(peer: BoardPeer): void {
    if (!this.offline.delete(peer)) this.offline.add(peer);
  }
  everybodyBack(): void {
    this.offline.clear();
    for (let round = 0; round < 3; round += 1) {
      for (const peer of this.peers) {
        peer.binding.settle();
        peer.clock.pass(500);
      }
      for (const from of this.peers)
        for (const to of this.peers) if (from !== to) Y.applyUpdate(to.doc, Y.encodeStateAsUpdate(from.doc), 'net');
      for (const peer of this.peers) peer.clock.pass(500);
    }
  }
}

function play(seed: number, withDamage: boolean): BoardPeer[] {
  const dice = random(seed);
  const peers = ['p:een', 'p:twee', 'p:drie'].map((me) => boardPeer(me));
  const network = new Network(peers);
  for (let step = 0; step < STEPS; step += 1) {
    const peer = dice.pick(peers);
    peer.moving.now = dice.chance(0.2);
    act(peer, dice);
    if (withDamage && dice.chance(0.08)) damage(peer.doc, dice);
    if (dice.chance(0.06)) network.toggle(dice.pick(peers));
    for (const one of peers) {
      if (dice.chance(0.5)) network.deliver(one, dice);
      if (dice.chance(0.6)) one.clock.pass(dice.int(90));
    }
  }
  for (const peer of peers) peer.moving.now = false;
  network.everybodyBack();
  return peers;
}

/** The board as it must look, made from the document alone. */
function fromDocument(peer: BoardPeer): string[] {
  return [...readRecords(peer.doc)]
    .filter(([, record]) => record.kind !== 'pin')
    .map(([key]) => shapeIdOf(key))
    .sort();
}

function expectSame(peers: BoardPeer[], seed: number): void {
  const [first] = peers;
  if (!first) return;
  const known = (peer: BoardPeer) => Object.fromEntries(Object.entries(seenOn(peer.store)));
  for (const peer of peers) {
    expect(peer.doc.getMap('records').toJSON(), `documents, seed ${seed}`).toEqual(
      first.doc.getMap('records').toJSON(),
    );
    expect(known(peer), `boards, seed ${seed}`).toEqual(known(first));
    expect(Object.keys(seenOn(peer.store)).sort(), `board and document, seed ${seed}`).toEqual(fromDocument(peer));
  }
}

describe.each(Array.from({ length: SEEDS }, (_, at) => 1_000 + at))('seed %i', (seed) => {
  it('[CV11] ends equal on all boards, and equal to the documents', () => {
    expectSame(play(seed, false), seed);
  });

  it('[CV7] does so beside damaged records', () => {
    const peers = play(seed + 50_000, true);
    expectSame(peers, seed);
    const unreadable = [...recordsOf((peers[0] as BoardPeer).doc).keys()]
      .filter((key) => isRecordKey(key) && readRecord((peers[0] as BoardPeer).doc, key) === null)
      .sort();
    for (const peer of peers) expect(peer.setAside().sort()).toEqual(unreadable);
  });

  it('[CV3] gives every record back from its shape', () => {
    const [peer] = play(seed + 90_000, false) as [BoardPeer];
    const context = {
      index,
      middleOf: () => null,
      recordOfShape: (id: TLShapeId) => {
        const key = id.slice('shape:'.length);
        return isRecordKey(key) ? key : null;
      },
      shapeOfRecord: (key: string) => (isRecordKey(key) && peer.store.has(shapeIdOf(key)) ? shapeIdOf(key) : null),
    };
    for (const [key, record] of readRecords(peer.doc)) {
      const made = toShape(key as RecordKey, record, context);
      if (made)
        expect(toRecord({ ...made, me: 'p:ander', base: record, context }), `${key}, seed ${seed}`).toEqual(record);
    }
  });
});
