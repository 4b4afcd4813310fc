import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { sourceLine } from '@/components/canvas/shapes/note-source';
import { historyOf } from '@/lib/collab/board-history';
import {
  addNote,
  changeNoteLook,
  detachNote,
  moveNoteToElement,
  type NewNote,
  removeNote,
} from '@/lib/collab/note-commands';
import { placeOn } from '@/lib/collab/note-place';
import { indexAbove } from '@/lib/collab/record-order';
import { MAX_TEXT_LENGTH, type NoteRecord, type RecordKey } from '@/lib/collab/records';
import { readRecord, readRecords } from '@/lib/collab/workshop-doc';
import { layoutTemplate } from '@/lib/domain/layout/layout-template';
import { indexPicture } from '@/lib/domain/layout/picture-index';
import { nlCanvas } from '@/lib/messages/nl-canvas';
import { boardPeer } from '../../support/board-peer';
import { change, putNote } from '../../support/board-shapes';
import { smallTemplate } from '../../support/small-template';

const PLACE = { anchor: 'T1.A', x: 10, y: 20 };
const index = indexPicture(layoutTemplate(smallTemplate(), 1, nlCanvas.key));

function newNote(text: string, more: Partial<NewNote> = {}): NewNote {
  return { author: 'p:een', text, colour: 'yellow', attached: 'T1.A', place: PLACE, ...more };
}
const noteOf = (doc: Y.Doc, key: RecordKey) => readRecord(doc, key) as NoteRecord | null;
const texts = (doc: Y.Doc) => [...readRecords(doc).values()].map((record) => (record as NoteRecord).text).sort();

function pair(): [Y.Doc, Y.Doc, () => void] {
  const [a, b] = [new Y.Doc(), new Y.Doc()];
  return [
    a,
    b,
    () => {
      Y.applyUpdate(b, Y.encodeStateAsUpdate(a), 'net');
      Y.applyUpdate(a, Y.encodeStateAsUpdate(b), 'net');
    },
  ];
}

describe('commands', () => {
  it('[LV1] add, change, move, take off and remove a note, each as one step to undo', () => {
    const doc = new Y.Doc();
    const key = addNote(doc, newNote('Eerste (verzonnen)'));
    const first = noteOf(doc, key);
    expect(first).toMatchObject({ author: 'p:een', attached: 'T1.A', ...PLACE, colour: 'yellow' });
    const steps = [
      () => changeNoteLook(doc, key, { text: 'Eerste (verzonnen)', colour: 'yellow' }, { text: 'Nu', colour: 'blue' }),
      () => moveNoteToElement(doc, key, 'T3.1', { anchor: 'T3.1', x: 1, y: 2 }),
      () => detachNote(doc, key),
      () => removeNote(doc, key, 'p:een'),
    ];
    const states = [first];
    for (const step of steps) {
      expect(step()).toEqual({ ok: true });
      states.push(noteOf(doc, key));
    }
    expect(states[1]).toMatchObject({ text: 'Nu', colour: 'blue', attached: 'T1.A' });
    expect(states[2]).toMatchObject({ attached: 'T3.1', anchor: 'T3.1', x: 1, y: 2 });
    expect(states[3]).toMatchObject({ attached: null, anchor: 'T3.1', x: 1, y: 2 });
    expect(states[4]).toBeNull();
    for (const before of states.slice(0, -1).reverse()) {
      historyOf(doc).undo();
      expect(noteOf(doc, key)).toEqual(before);
    }
    historyOf(doc).redo();
    expect(noteOf(doc, key)).toEqual(states[1]);
  });

  it('[LV1] cut what is too long, without half an emoji, and refuse what is empty', () => {
    const doc = new Y.Doc();
    const key = addNote(doc, newNote(`${'a'.repeat(MAX_TEXT_LENGTH - 1)}😀`));
    expect(noteOf(doc, key)?.text).toBe('a'.repeat(MAX_TEXT_LENGTH - 1));
    const base = { text: noteOf(doc, key)?.text ?? '', colour: 'yellow' } as const;
    expect(changeNoteLook(doc, key, base, { ...base, text: ' \n' })).toEqual({ ok: false, refusal: 'empty' });
  });

  it('[LV2] keep both texts, and a colour and an element beside them', () => {
    const [a, b, join] = pair();
    const key = addNote(a, newNote('Wij zien dit'));
    join();
    const base = { text: 'Wij zien dit', colour: 'yellow' } as const;
    changeNoteLook(a, key, base, { ...base, text: 'Wij zien dit ook' });
    changeNoteLook(b, key, base, { text: 'Soms: Wij zien dit', colour: 'green' });
    moveNoteToElement(b, key, 'T4.1', { anchor: 'T4.1', x: 0, y: 0 });
    join();
    expect(noteOf(a, key)).toMatchObject({ text: 'Soms: Wij zien dit ook', colour: 'green', attached: 'T4.1' });
    expect(noteOf(b, key)).toEqual(noteOf(a, key));
  });

  it("[LV3] are undone without touching another's", () => {
    const [a, b, join] = pair();
    addNote(a, newNote('Van de een'));
    join();
    addNote(b, newNote('Van de ander', { author: 'p:twee' }));
    join();
    historyOf(a).undo();
    historyOf(a).undo();
    join();
    expect(texts(b)).toEqual(['Van de ander']);
    expect(historyOf(a).state).toEqual({ canUndo: false, canRedo: true });
  });

  it('[LV3] share one history with the board, in the order in which things were done', () => {
    const peer = boardPeer('p:een');
    putNote(peer.store, 300, 300, 'Op het bord');
    peer.clock.pass(100);
    const key = addNote(peer.doc, newNote('In de lijst'));
    peer.clock.pass(100);
    const id = putNote(peer.store, 900, 300, 'Nog een op het bord');
    // Not yet written: undo has to count it first.
    expect(texts(peer.doc)).toEqual(['In de lijst', 'Op het bord']);
    const history = historyOf(peer.doc);
    history.undo();
    peer.clock.pass(100);
    expect(peer.store.has(id)).toBe(false);
    expect(texts(peer.doc)).toEqual(['In de lijst', 'Op het bord']);
    peer.binding.undo();
    expect(noteOf(peer.doc, key)).toBeNull();
    expect(texts(peer.doc)).toEqual(['Op het bord']);
    history.redo();
    peer.clock.pass(100);
    expect(texts(peer.doc)).toEqual(['In de lijst', 'Op het bord']);
    expect(peer.undoState()).toEqual({ canUndo: true, canRedo: true });
  });

  it("[LV4] remove one's own note only, and say when it is gone", () => {
    const doc = new Y.Doc();
    const key = addNote(doc, newNote('Van de een'));
    expect(removeNote(doc, key, 'p:twee')).toEqual({ ok: false, refusal: 'not-yours' });
    expect(removeNote(doc, key, 'p:een')).toEqual({ ok: true });
    const gone = { ok: false, refusal: 'gone' };
    const look = { text: 'x', colour: 'yellow' } as const;
    expect(removeNote(doc, key, 'p:een')).toEqual(gone);
    expect(detachNote(doc, key)).toEqual(gone);
    expect(changeNoteLook(doc, key, look, { ...look, text: 'y' })).toEqual(gone);
    expect(moveNoteToElement(doc, key, 'T1', PLACE)).toEqual(gone);
  });
});

describe('places', () => {
  it.each(['T1', 'T1.A', 'T1.A.1', 'T2.1.p1', 'T7'])('[LV5] put the middle of a note on %s itself', (id) => {
    const { anchor, x, y } = placeOn(index, id, 0);
    const rect = index.rectOf(id);
    expect(anchor).toBe(id);
    const [middleX, middleY] = [(rect?.x ?? 0) + x + 110, (rect?.y ?? 0) + y + 75];
    expect(middleX).toBeGreaterThanOrEqual(rect?.x ?? 0);
    expect(middleX).toBeLessThanOrEqual((rect?.x ?? 0) + (rect?.w ?? 0));
    expect(middleY).toBeGreaterThanOrEqual(rect?.y ?? 0);
    expect(middleY).toBeLessThanOrEqual((rect?.y ?? 0) + (rect?.h ?? 0));
  });

  it('[LV5] lie a little lower for every note that is there, without end downwards', () => {
    const ys = Array.from({ length: 12 }, (_, there) => placeOn(index, 'T1.A', there).y);
    expect(ys).toEqual([...ys].sort((a, b) => a - b));
    expect(new Set(ys).size).toBe(12);
    const all = Array.from({ length: 60 }, (_, there) => JSON.stringify(placeOn(index, 'T1.A', there)));
    expect(new Set(all).size).toBe(60);
    expect(placeOn(index, 'T1.A', 12).y).toBe(ys[0]);
  });

  it('[LV5] are shown by the board where they were put', () => {
    const peer = boardPeer('p:een');
    const key = addNote(peer.doc, newNote('Op het blok', { attached: 'T4.1', place: placeOn(index, 'T4.1', 0) }));
    peer.clock.pass(100);
    const shape = peer.store.get(`shape:${key}` as never) as unknown as { x: number; y: number; props: object };
    const rect = index.rectOf('T4.1');
    expect(index.elementAt(shape.x + 110, shape.y + 75, 'middle')).toBe('T4.1');
    expect(shape.x).toBeGreaterThan((rect?.x ?? 0) - 220);
    expect(shape.props).toMatchObject({ attached: 'T4.1' });
  });
});

describe('sources', () => {
  const source = { passageId: 'verzonnen-passage', label: 'Bloemlezing 5.3' };

  it('[LV6] stay when the board changes the note, and come along with a copy', () => {
    const peer = boardPeer('p:een');
    const key = addNote(peer.doc, newNote('Verzonnen uitspraak', { source }));
    peer.clock.pass(100);
    const shape = peer.store.get(`shape:${key}` as never) as unknown as { id: never; x: number };
    change(peer.store, shape.id, { x: shape.x + 50 });
    peer.binding.settle();
    expect(noteOf(peer.doc, key)?.source).toEqual(source);
    expect(sourceLine((shape as never as { meta: never }).meta)).toBe('Uit: Bloemlezing 5.3');
    peer.store.put([{ ...shape, id: 'shape:kopie' } as never]);
    peer.clock.pass(100);
    const notes = [...readRecords(peer.doc).values()] as NoteRecord[];
    expect(notes.map((note) => note.source)).toEqual([source, source]);
  });

  it('[LV6] are absent on what somebody wrote', () => {
    const doc = new Y.Doc();
    expect(noteOf(doc, addNote(doc, newNote('Gewoon')))).not.toHaveProperty('source');
  });
});

describe('order', () => {
  it.each([
    [[], 'a1'],
    [['a1'], 'a2'],
    [['a1', 'a0V', 'Zz'], 'a2'],
    [['a9'], 'aA'],
    [['aZ'], 'aa'],
    [['az'], 'b00'],
    [['b00', 'az'], 'b01'],
    [['bzz'], 'c000'],
    [['a5V', 'niet geldig', ''], 'a6'],
  ])('[LV1] a new note lies above %j at %s', (there, above) => {
    expect(indexAbove(there)).toBe(above);
  });

  it('[LV1] is taken by the board, also for the ten thousandth note', () => {
    const peer = boardPeer('p:een');
    let at = 'a1';
    for (let count = 0; count < 10_000; count += 1) at = indexAbove([at]);
    const key = addNote(peer.doc, newNote('Bovenop'));
    peer.doc.transact(() => (peer.doc.getMap('records').get(key) as Y.Map<unknown>).set('index', at), 'net');
    peer.clock.pass(100);
    expect(peer.setAside()).toEqual([]);
    expect((peer.store.get(`shape:${key}` as never) as unknown as { index: string }).index).toMatch(/^c/);
  });
});
