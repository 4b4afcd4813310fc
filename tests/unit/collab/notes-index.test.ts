import { expect, it } from 'vitest';
import * as Y from 'yjs';
import { historyOf } from '@/lib/collab/board-history';
import { addNote, changeNoteLook, detachNote, moveNoteToElement, removeNote } from '@/lib/collab/note-commands';
import { NotesIndex } from '@/lib/collab/notes-index';
import { recordsOf } from '@/lib/collab/workshop-doc';

const place = { anchor: null, x: 0, y: 0 };
const add = (doc: Y.Doc, text: string, attached: string | null) =>
  addNote(doc, { author: 'p:een', text, colour: 'yellow', attached, place });
const textsOn = (index: NotesIndex, id: string | null) => index.on(id).map(({ text }) => text);

it('[LV1] follows notes from element to element, oldest first', () => {
  const doc = new Y.Doc();
  const first = add(doc, 'een', 'A');
  let changes = 0;
  const index = new NotesIndex(doc, () => {
    changes += 1;
  });
  const second = add(doc, 'twee', 'A');
  add(doc, 'drie', null);
  expect(textsOn(index, 'A')).toEqual(['een', 'twee']);
  expect(textsOn(index, null)).toEqual(['drie']);
  expect(changes).toBe(2);
  const before = index.on(null);
  moveNoteToElement(doc, first, 'B', place);
  expect([textsOn(index, 'A'), textsOn(index, 'B')]).toEqual([['twee'], ['een']]);
  expect(index.on(null)).toBe(before);
  changeNoteLook(doc, second, { text: 'twee', colour: 'yellow' }, { text: 'tweede', colour: 'yellow' });
  detachNote(doc, second);
  expect(textsOn(index, 'A')).toEqual([]);
  expect(textsOn(index, null)).toEqual(['tweede', 'drie']);
  removeNote(doc, second, 'p:een');
  expect(index.get(second)).toBeNull();
  historyOf(doc).undo();
  expect(textsOn(index, null)).toEqual(['tweede', 'drie']);
  expect(index.size).toBe(3);
  index.stop();
  add(doc, 'later', 'A');
  expect(textsOn(index, 'A')).toEqual([]);
});

it('[LV1] leaves out what is damaged, and has it again when it is mended', () => {
  const doc = new Y.Doc();
  const key = add(doc, 'een', 'A');
  const index = new NotesIndex(doc, () => undefined);
  const record = recordsOf(doc).get(key);
  record?.set('colour', 'paars');
  expect(index.on('A')).toEqual([]);
  record?.set('colour', 'pink');
  expect(textsOn(index, 'A')).toEqual(['een']);
});
