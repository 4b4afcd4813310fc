import type * as Y from 'yjs';
import type { BoardRecord, RecordKey } from '@/lib/collab/records';
import {
  exampleNote,
  readRecord,
  recordsOf,
  textOf,
  writeNewRecord,
  writeRecordChange,
  writeRemoval,
} from '@/lib/collab/workshop-doc';
import type { SeededRandom } from './seeded-random';

type Edit = (doc: Y.Doc, random: SeededRandom) => void;

function keyIn(doc: Y.Doc, random: SeededRandom): RecordKey | null {
  const keys = [...recordsOf(doc).keys()].sort();
  return keys.length === 0 ? null : (random.pick(keys) as RecordKey);
}

function newRecord(random: SeededRandom): [RecordKey, BoardRecord] {
  const note = exampleNote('p:fuzz');
  const place = { ...note, x: random.below(5_000), y: random.below(5_000) };
  const kind = random.pick(['note', 'note', 'drawing', 'pin'] as const);
  if (kind === 'drawing') {
    const points = Array.from({ length: 2 * (1 + random.below(40)) }, () => random.below(500));
    const { v, author, anchor, x, y, index } = place;
    return [`drawing:${random.uuid()}`, { v, author, anchor, x, y, index, kind, colour: 'red', size: 4, points }];
  }
  if (kind === 'pin') {
    const { v, author, anchor, x, y, index } = place;
    return [`pin:${random.uuid()}`, { v, author, anchor, x, y, index, kind, element: 'L5.1', text: 'verzonnen' }];
  }
  return [`note:${random.uuid()}`, place as BoardRecord];
}

const add: Edit = (doc, random) => writeNewRecord(doc, ...newRecord(random));

const change: Edit = (doc, random) => {
  const key = keyIn(doc, random);
  if (key) writeRecordChange(doc, key, { [random.pick(['x', 'y'])]: random.below(5_000) });
};

const recolour: Edit = (doc, random) => {
  const key = keyIn(doc, random);
  if (key && readRecord(doc, key)?.kind === 'note')
    writeRecordChange(doc, key, { colour: random.pick(['pink', 'blue']) });
};

const type: Edit = (doc, random) => {
  const key = keyIn(doc, random);
  const text = key && textOf(doc, key);
  if (!text) return;
  const at = random.below(text.length + 1);
  if (text.length > 40) text.delete(random.below(text.length - 10), 10);
  else text.insert(at, random.pick(['a', 'bc', 'é😀', ' ']));
};

const remove: Edit = (doc, random) => {
  const key = keyIn(doc, random);
  if (key) writeRemoval(doc, key);
};

/** Several edits as one, as a paste or a delete of a selection is. */
const several: Edit = (doc, random) => {
  for (let left = 1 + random.below(8); left > 0; left--) random.pick([add, change, type, remove])(doc, random);
};

/** One random edit of a board, as a person makes it. */
export function randomEdit(doc: Y.Doc, random: SeededRandom): void {
  const edit = random.pick([add, add, change, change, recolour, type, type, type, remove, several]);
  doc.transact(() => edit(doc, random), 'local');
}
