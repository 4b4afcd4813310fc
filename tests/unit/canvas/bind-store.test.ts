import type { TLShapeId } from '@tldraw/tlschema';
import { expect, it } from 'vitest';
import * as Y from 'yjs';
import { elementShapeId } from '@/components/canvas/binding/record-mapping';
import { guardTemplate } from '@/components/canvas/template/template-shapes';
import type { RecordKey } from '@/lib/collab/records';
import { exampleNote, readRecord, readRecords, recordsOf, writeNewRecord } from '@/lib/collab/workshop-doc';
import { layoutTemplate } from '@/lib/domain/layout/layout-template';
import { indexPicture } from '@/lib/domain/layout/picture-index';
import { nlCanvas } from '@/lib/messages/nl-canvas';
import { type BoardPeer, boardPeer } from '../../support/board-peer';
import { change, putArrow, putNote, remove, seenOn } from '../../support/board-shapes';
import { smallTemplate } from '../../support/small-template';

const keyOf = (id: TLShapeId): RecordKey => id.slice('shape:'.length) as RecordKey;

function join(a: BoardPeer, b: BoardPeer): void {
  Y.applyUpdate(b.doc, Y.encodeStateAsUpdate(a.doc), 'net');
  Y.applyUpdate(a.doc, Y.encodeStateAsUpdate(b.doc), 'net');
  for (const peer of [a, b]) peer.clock.pass(200);
}

it('[CV1] keeps the template as it is, and out of the document', () => {
  const peer = boardPeer('p:een');
  const stop = guardTemplate(peer.store);
  const id = elementShapeId('T1.A');
  const before = peer.store.get(id);
  change(peer.store, id, { x: 1, props: { w: 5 } });
  peer.store.remove([id]);
  peer.clock.pass(200);
  expect(peer.store.get(id)).toEqual(before);
  expect(recordsOf(peer.doc).size).toBe(0);
  stop();
});

it('[CV8] lets two people change two properties of one note', () => {
  const [a, b] = [boardPeer('p:een'), boardPeer('p:twee')];
  const id = putNote(a.store, 300, 300, 'Samen');
  a.clock.pass(100);
  join(a, b);
  change(a.store, id, { x: 340 });
  change(b.store, id, { props: { colour: 'blue' } });
  for (const peer of [a, b]) peer.clock.pass(100);
  join(a, b);
  expect(a.store.get(id)).toMatchObject({ x: 340, props: { colour: 'blue' } });
  expect(seenOn(b.store)).toEqual(seenOn(a.store));
});

it('[CV8] lets two people type in one text, also when the other half is still on its way to the screen', () => {
  const [a, b] = [boardPeer('p:een'), boardPeer('p:twee')];
  const id = putNote(a.store, 300, 300, 'Wij zien dit');
  a.clock.pass(100);
  join(a, b);
  change(a.store, id, { props: { text: 'Wij zien dit niet' } });
  a.clock.pass(100);
  Y.applyUpdate(b.doc, Y.encodeStateAsUpdate(a.doc), 'net');
  change(b.store, id, { props: { text: 'Ook wij zien dit' } });
  b.clock.pass(200);
  join(a, b);
  expect(readRecord(a.doc, keyOf(id))).toMatchObject({ text: 'Ook Wij zien dit niet'.replace('Wij', 'wij') });
  expect(seenOn(b.store)).toEqual(seenOn(a.store));
});

it('[CV9] sends a drag at most 20 times a second, the last place exactly', () => {
  const peer = boardPeer('p:een');
  const id = putNote(peer.store, 0, 0);
  peer.clock.pass(200);
  let sent = 0;
  peer.doc.on('update', () => {
    sent += 1;
  });
  peer.moving.now = true;
  for (let at = 1; at <= 120; at += 1) {
    change(peer.store, id, { x: at * 3 });
    peer.clock.pass(1000 / 120);
  }
  peer.moving.now = false;
  peer.binding.settle();
  expect(sent).toBeLessThanOrEqual(21);
  expect(sent).toBeGreaterThan(10);
  const record = readRecord(peer.doc, keyOf(id));
  expect(peer.store.get(id)).toMatchObject({ x: 360 });
  expect(record).not.toBeNull();
});

it('[CV5] keeps the anchor while a note moves, and attaches it where it comes to rest', () => {
  const peer = boardPeer('p:een');
  const target = peer.store.get(elementShapeId('T3.1'));
  if (!target) throw new Error('T3.1');
  const id = putNote(peer.store, -30_000, -30_000);
  peer.clock.pass(100);
  expect(readRecord(peer.doc, keyOf(id))).toMatchObject({ anchor: null, attached: null });
  peer.moving.now = true;
  change(peer.store, id, { x: target.x + 30, y: target.y + 40 });
  peer.clock.pass(100);
  expect(readRecord(peer.doc, keyOf(id))).toMatchObject({ anchor: null, attached: null });
  peer.moving.now = false;
  peer.binding.settle();
  expect(readRecord(peer.doc, keyOf(id))).toMatchObject({ anchor: 'T3.1', attached: 'T3.1', x: 30, y: 40 });
  peer.clock.pass(100);
  expect(peer.store.get(id)).toMatchObject({ x: target.x + 30, y: target.y + 40, props: { attached: 'T3.1' } });
});

it('[CV10] takes one drag back at once, and leaves what others did', () => {
  const [a, b] = [boardPeer('p:een'), boardPeer('p:twee')];
  const id = putNote(a.store, 100, 100, 'Mijn notitie');
  a.clock.pass(100);
  a.binding.stopCapturing();
  for (let at = 1; at <= 30; at += 1) {
    change(a.store, id, { x: 100 + at });
    a.clock.pass(60);
  }
  join(a, b);
  const other = putNote(b.store, 900, 900, 'Van de ander');
  change(b.store, id, { props: { colour: 'green' } });
  b.clock.pass(100);
  join(a, b);
  a.binding.undo();
  a.clock.pass(100);
  expect(a.store.get(id)).toMatchObject({ x: 100, props: { colour: 'green' } });
  expect(a.store.has(other)).toBe(true);
  a.binding.undo();
  a.clock.pass(100);
  expect(a.store.has(id)).toBe(false);
  expect(a.store.has(other)).toBe(true);
  expect(a.undoState()).toEqual({ canUndo: false, canRedo: true });
  a.binding.redo();
  a.binding.redo();
  a.clock.pass(100);
  expect(a.store.get(id)).toMatchObject({ x: 130 });
});

it('[CV6] leaves an arrow alone when what it points to goes, and ties it again when that comes back', () => {
  const [a, b] = [boardPeer('p:een'), boardPeer('p:twee')];
  const note = putNote(a.store, 100, 100);
  a.clock.pass(100);
  const arrow = putArrow(a.store, { shape: note }, { element: 'T3.1.p1', host: 'T3.1' });
  a.clock.pass(100);
  join(a, b);
  const before = readRecord(a.doc, keyOf(arrow));
  expect(before).toMatchObject({ start: { record: keyOf(note) }, end: { element: 'T3.1.p1' } });
  b.binding.stopCapturing();
  remove(b.store, note);
  b.clock.pass(100);
  join(a, b);
  expect(readRecord(a.doc, keyOf(arrow))).toEqual(before);
  expect(seenOn(a.store)[arrow]).toMatchObject({ ends: [`end ${elementShapeId('T3.1')} T3.1.p1`] });
  b.binding.undo();
  b.clock.pass(100);
  join(a, b);
  for (const peer of [a, b])
    expect(seenOn(peer.store)[arrow]).toMatchObject({
      ends: [`end ${elementShapeId('T3.1')} T3.1.p1`, `start ${note} `],
    });
});

it('[CV7] sets a damaged record aside and goes on', () => {
  const doc = new Y.Doc();
  const peer = boardPeer('p:een', doc);
  const bad = [
    'note:00000000-0000-4000-8000-000000000001',
    'note:00000000-0000-4000-8000-000000000002',
    'note:00000000-0000-4000-8000-000000000003',
  ];
  doc.transact(() => {
    writeNewRecord(doc, bad[0] as RecordKey, { ...exampleNote('p:x'), v: 9 } as never);
    recordsOf(doc).set(bad[1] as string, 'geen kaart' as never);
    writeNewRecord(doc, bad[2] as RecordKey, { ...exampleNote('p:x'), x: 'links' } as never);
    recordsOf(doc).set('iets anders', new Y.Map() as never);
    writeNewRecord(doc, 'note:00000000-0000-4000-8000-000000000009', exampleNote('p:x'));
  }, 'net');
  peer.clock.pass(100);
  expect(peer.setAside().sort()).toEqual(bad);
  expect(Object.keys(seenOn(peer.store))).toEqual(['shape:note:00000000-0000-4000-8000-000000000009']);
  doc.transact(
    () =>
      recordsOf(doc)
        .get(bad[2] as string)
        ?.set('x', 10),
    'net',
  );
  peer.clock.pass(100);
  expect(peer.setAside().sort()).toEqual(bad.slice(0, 2));
});

it('[CV12] takes a fresh document in place of the old one, in the middle of a change', () => {
  const peer = boardPeer('p:een');
  putNote(peer.store, 0, 0, 'Geweigerd');
  peer.clock.pass(100);
  const unwritten = putNote(peer.store, 5, 5, 'Nog niet geschreven');
  const fresh = new Y.Doc();
  writeNewRecord(fresh, 'note:00000000-0000-4000-8000-00000000000a', {
    ...exampleNote('p:x'),
    kind: 'note',
    colour: 'white',
    attached: null,
    text: 'Van de server',
  });
  const old = peer.doc;
  peer.binding.rebind(fresh);
  peer.clock.pass(500);
  expect(Object.keys(seenOn(peer.store))).toEqual(['shape:note:00000000-0000-4000-8000-00000000000a']);
  expect(readRecords(fresh).size).toBe(1);
  const mine = putNote(peer.store, 8, 8, 'Weer verder');
  peer.clock.pass(100);
  expect(readRecord(fresh, keyOf(mine))).toMatchObject({ text: 'Weer verder' });
  expect(readRecords(old).size).toBe(1);
  expect(peer.store.has(unwritten)).toBe(false);
});

it('[CV3] keeps a shape that tldraw named itself under a key of ours', () => {
  const [a, b] = [boardPeer('p:een'), boardPeer('p:twee')];
  const original = putNote(a.store, 0, 0, 'Kopie');
  const copy = { ...a.store.get(original), id: 'shape:vanTldraw' as TLShapeId, x: 50 };
  a.store.put([copy as never]);
  a.clock.pass(100);
  change(a.store, 'shape:vanTldraw' as TLShapeId, { props: { text: 'Kopie twee' } });
  a.clock.pass(100);
  join(a, b);
  expect(readRecords(a.doc).size).toBe(2);
  expect(
    Object.values(seenOn(b.store))
      .map((shape) => (shape as { props: { text: string } }).props.text)
      .sort(),
  ).toEqual(['Kopie', 'Kopie twee']);
  a.store.remove(['shape:vanTldraw' as TLShapeId]);
  a.clock.pass(100);
  expect(readRecords(a.doc).size).toBe(1);
});

it('[CV5] keeps what a note belongs to when somebody types in it within the same frame', () => {
  const peer = boardPeer('p:een');
  const index = indexPicture(layoutTemplate(smallTemplate(), 1, nlCanvas.key));
  const rect = index.rectOf('T4.1');
  const id = putNote(peer.store, (rect?.x ?? 0) + 5, (rect?.y ?? 0) + 5, '');
  peer.clock.pass(16);
  change(peer.store, id, { props: { text: 'Meteen getypt' } });
  peer.clock.pass(200);
  expect(readRecord(peer.doc, keyOf(id))).toMatchObject({ text: 'Meteen getypt', attached: 'T4.1' });
});
