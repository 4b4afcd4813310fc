/**
 * What the load generator writes, made before the clock runs: notes as Knooppunt's board holds them, invented text.
 * Each update is a note of its own, 300 to 400 bytes.
 */
import * as Y from 'yjs';
import type { RecordKey } from '../../../lib/collab/records';
import { exampleNote, writeNewRecord, writeRecordChange } from '../../../lib/collab/workshop-doc';
import { seededNumbers } from './seeded-numbers';
import { stampText } from './stamp';

const AUTHOR = 'p:00000000-0000-4000-8000-000000000001';
const SENTENCE = 'Verzonnen notitie voor een meting.';

export type Seed = { chunks: Uint8Array[]; sentinels: string[] };
export type ReturnSeed = Seed & { doc: Y.Doc };

function noteKey(author: number, number: number): RecordKey {
  return `note:${author.toString(16).padStart(8, '0')}-0000-4000-8000-${number.toString(16).padStart(12, '0')}`;
}

function writeNote(doc: Y.Doc, key: RecordKey, text: string, place: number): void {
  writeNewRecord(doc, key, {
    ...exampleNote(AUTHOR),
    text,
    x: place % 4_000,
    y: Math.floor(place / 4_000) * 80,
  } as ReturnType<typeof exampleNote>);
}

/** `count` updates of one writer, to be sent in this order; each holds one stamp. */
export function notesOfWriter(writer: number, count: number): Uint8Array[] {
  const doc = new Y.Doc();
  doc.clientID = 1_000_000_000 + writer;
  const updates: Uint8Array[] = [];
  doc.on('update', (update) => updates.push(update));
  for (let i = 0; i < count; i += 1) {
    doc.transact(() => writeNote(doc, noteKey(writer, i), `${SENTENCE} ${stampText(writer)}`, i * 7));
  }
  return updates;
}

/** A board of `records` notes by twenty authors; every chunk ends with its own sentinel. */
export function boardOfNotes(records: number, authors = 20): Seed {
  const chunks: Uint8Array[] = [];
  const sentinels: string[] = [];
  const each = Math.ceil(records / authors);
  for (let author = 0; author < authors; author += 1) {
    const doc = new Y.Doc();
    doc.clientID = 2_000_000_000 + author;
    const sentinel = `@end:${author}:`;
    doc.transact(() => {
      for (let i = 0; i < Math.min(each, records - author * each); i += 1) {
        writeNote(doc, noteKey(author, i), `${SENTENCE} ${i === 0 ? sentinel : ''} ${stampText(author)}`, i * 7);
      }
    });
    chunks.push(Y.encodeStateAsUpdate(doc));
    sentinels.push(sentinel);
  }
  return { chunks, sentinels };
}

/**
 * A board of `records` notes that were moved until `writes` writes were done, ten authors in turn on any note, and the
 * document a client has that saw it all.
 */
export function boardOfWrites(records: number, writes: number): ReturnSeed {
  const doc = new Y.Doc();
  const batches: Uint8Array[][] = [[]];
  doc.on('update', (update) => batches.at(-1)?.push(update));
  const random = seededNumbers(50_000);
  const keys: RecordKey[] = [];
  for (let i = 0; i < writes; i += 1) {
    doc.clientID = 3_000_000_000 + (i % 10);
    if (i % 2_000 === 1_999) batches.push([]);
    doc.transact(() => {
      if (i < records) {
        const key = noteKey(i % 10, i);
        keys.push(key);
        writeNote(doc, key, `${SENTENCE} ${stampText(i % 10)}`, i * 7);
      } else {
        const key = keys[Math.floor(random() * keys.length)];
        if (key) writeRecordChange(doc, key, { x: Math.floor(random() * 100_000), y: Math.floor(random() * 100_000) });
      }
    });
  }
  doc.transact(() => writeNote(doc, noteKey(99, 0), '@end:0:', 0));
  return { doc, chunks: batches.map((batch) => Y.mergeUpdates(batch)), sentinels: ['@end:0:'] };
}
