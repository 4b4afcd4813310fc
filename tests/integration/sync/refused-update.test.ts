import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import * as Y from 'yjs';
import { recordsOf, textOf, writeRecordChange } from '@/lib/collab/workshop-doc';
import { type Person, rawSocket, refusedStatusOf } from '@/tests/support/sync-harness';
import { addNote, has, syncSuite, textIn } from '@/tests/support/sync-suite';
import { until } from '@/tests/support/until';

const suite = syncSuite({ limits: { refusalsPerMinute: 1_000 } });
const key = () => `note:${randomUUID()}`;
const map = (values: Record<string, unknown>) => new Y.Map(Object.entries(values));

const refused: [what: string, write: (doc: Y.Doc) => void][] = [
  ['[S5.4] another root', (doc) => doc.getMap('settings').set('a', 1)],
  ['[S5.4] another root as text', (doc) => doc.getText('notes').insert(0, 'x')],
  ['[S5.4] the records as a list', (doc) => doc.getArray('records').push([1])],
  ['[S5.4] a key beyond all bounds', (doc) => doc.getMap('records').set('x'.repeat(129), map({ a: 1 }))],
  ['[S5.5] a loose value beyond its bound', (doc) => doc.getMap('records').set('loose', { a: 'x'.repeat(8_001) })],
  ['[S5.4] binary content', (doc) => doc.getMap('records').set(key(), map({ file: new Uint8Array(10) }))],
  ['[S5.4] a big integer', (doc) => doc.getMap('records').set(key(), map({ x: 5n }))],
  ['[S5.4] a big integer inside a value', (doc) => doc.getMap('records').set(key(), map({ start: { x: 1n } }))],
  ['[S5.4] a big integer as a loose value', (doc) => doc.getMap('records').set('loose', 1n)],
  ['[S5.4] bytes inside a value', (doc) => doc.getMap('records').set(key(), map({ start: { x: new Uint8Array(9) } }))],
  [
    '[S5.4] what hides under __proto__',
    (doc) => doc.getMap('records').set(key(), map({ start: JSON.parse('{"__proto__":{"x":1}}') })),
  ],
  [
    '[S5.4] a type inside a text',
    (doc) => {
      const text = new Y.Text();
      doc.getMap('records').set(key(), map({ text }));
      text.insertEmbed(0, map({ x: 'y'.repeat(5_000) }));
    },
  ],
  [
    '[S5.4] a text with attributes',
    (doc) => {
      const text = new Y.Text();
      doc.getMap('records').set(key(), map({ text }));
      text.setAttribute('x', 'y'.repeat(5_000));
    },
  ],
  ['[S5.4] a document in the document', (doc) => doc.getMap('records').set(key(), map({ doc: new Y.Doc() }))],
  ['[S5.4] a type where a value belongs', (doc) => doc.getMap('records').set(key(), map({ x: new Y.Array() }))],
  [
    '[S5.4] formatted text',
    (doc) => {
      const text = new Y.Text();
      doc.getMap('records').set(key(), map({ text }));
      text.insert(0, 'vet', { bold: true });
    },
  ],
  [
    '[S5.5] a text of 1,001 characters',
    (doc) => doc.getMap('records').set(key(), map({ text: new Y.Text('x'.repeat(1_001)) })),
  ],
  [
    '[S5.5] a text that grows over its bound',
    (doc) => {
      const text = new Y.Text('x'.repeat(600));
      doc.getMap('records').set(key(), map({ text }));
      text.insert(0, 'y'.repeat(600));
    },
  ],
  [
    '[S5.5] a plain string of 1,001 characters',
    (doc) => doc.getMap('records').set(key(), map({ anchor: 'x'.repeat(1_001) })),
  ],
  [
    '[S5.5] a drawing of too many points',
    (doc) => doc.getMap('records').set(key(), map({ points: Array(8_001).fill(1) })),
  ],
  ['[S5.5] a list of something else than points', (doc) => doc.getMap('records').set(key(), map({ points: ['x'] }))],
  [
    '[S5.5] a value that is too large',
    (doc) => doc.getMap('records').set(key(), map({ start: { x: 'x'.repeat(2_100) } })),
  ],
  [
    '[S5.5] too many properties',
    (doc) =>
      doc.getMap('records').set(key(), map(Object.fromEntries(Array.from({ length: 33 }, (_, at) => [`p${at}`, at])))),
  ],
];

for (const [what, write] of refused) {
  it(`${what} is refused with 4409, reaches nobody and is not stored`, async () => {
    const anna = await suite.join('participant:anna');
    const bram = await suite.join('participant:bram');
    anna.doc.transact(() => write(anna.doc));
    await until(() => anna.closed.length > 0, 'refused');
    expect(anna.closed).toEqual([4409]);
    const proof = addNote(bram.doc);
    await until(async () => has(await suite.storedDoc(), proof), 'bram goes on');
    expect(recordsOf(bram.doc).size).toBe(1);
    expect([...bram.doc.share.keys()]).toEqual(['records']);
    expect(await suite.rows()).toHaveLength(1);
  });
}

it('[S5.4] what is no record of ours is let through, for whoever knows it', async () => {
  const anna = await suite.join('participant:anna');
  const bram = await suite.join('participant:bram');
  anna.doc.getMap('records').set('later:1', { plain: true });
  anna.doc.getMap('records').set('note-2', map({ a: 1 }));
  await until(() => recordsOf(bram.doc).size === 2, 'arrives');
  expect(anna.closed).toEqual([]);
});

it('[S5.1] who was refused loads fresh under a new client id and goes on', async () => {
  const anna = await suite.join('participant:anna');
  const kept = addNote(anna.doc, 'blijft');
  await until(async () => has(await suite.storedDoc(), kept), 'stored');
  anna.doc.getMap('other').set('a', 1);
  await until(() => anna.closed.includes(4409), 'refused');
  const fresh = await suite.join('participant:anna');
  expect(textIn(fresh.doc, kept)).toBe('blijft');
  const next = addNote(fresh.doc);
  await until(async () => has(await suite.storedDoc(), next), 'stored');
  expect(fresh.closed).toEqual([]);
});

it('[S5.2] a refusal costs the others nothing: text typed at the same time arrives in full', async () => {
  const anna = await suite.join('participant:anna');
  const bram = await suite.join('participant:bram');
  const note = addNote(bram.doc, '');
  await until(() => has(anna.doc, note), 'arrives');
  for (let at = 0; at < 5; at++) {
    const cor = await suite.join(`participant:cor${at}`);
    textOf(bram.doc, note)?.insert(0, 'a');
    cor.doc.getMap('other').set('a', at);
    textOf(bram.doc, note)?.insert(0, 'b');
    await until(() => cor.closed.includes(4409), 'refused');
  }
  await until(() => textIn(anna.doc, note) === 'ba'.repeat(5), 'all typed text arrives');
  expect(bram.closed).toEqual([]);
});

it('[S5.6] nobody can use up the clocks of somebody who is there', async () => {
  const anna = await suite.join('participant:anna');
  addNote(anna.doc);
  await until(async () => (await suite.rows()).length === 1, 'stored');
  const thief = new Y.Doc();
  Y.applyUpdate(thief, Y.encodeStateAsUpdate(anna.doc));
  thief.clientID = anna.doc.clientID;
  const eve = await suite.join('participant:eve', { doc: thief });
  const forged = addNote(thief);
  await until(() => eve.closed.length > 0, 'refused');
  expect(eve.closed).toEqual([4409]);
  const own = addNote(anna.doc);
  await until(async () => has(await suite.storedDoc(), own), 'anna writes on');
  expect(has(await suite.storedDoc(), forged)).toBe(false);
});

it('[S5.7] rights per record: the hook learns who writes and what changes, and its refusal holds', async () => {
  const asked: [string, string[]][] = [];
  const harness = await suite.start({
    refuseUpdate: ({ actor, touchedKeys, doc }) => {
      asked.push([actor.key, [...touchedKeys]]);
      const isOwn = [...touchedKeys].every(
        (touched) => recordsOf(doc).get(touched)?.get('author') !== 'p:test' || actor.name === 'anna',
      );
      return isOwn ? null : 'read-only';
    },
  });
  const anna: Person = await suite.join('participant:anna', { harness });
  const bram: Person = await suite.join('participant:bram', { harness });
  const note = addNote(anna.doc, 'van anna');
  await until(() => has(bram.doc, note), 'arrives');
  textOf(anna.doc, note)?.insert(0, 'x');
  writeRecordChange(anna.doc, note, { x: 999 });
  await until(() => recordsOf(bram.doc).get(note)?.get('x') === 999, 'own changes pass');
  expect(asked).toEqual([
    ['p:anna', [note]],
    ['p:anna', [note]],
    ['p:anna', [note]],
  ]);
  textOf(bram.doc, note)?.insert(0, 'y');
  await until(() => bram.closed.length > 0, 'refused');
  expect(bram.closed).toEqual([4409]);
  expect(asked.at(-1)).toEqual(['p:bram', [note]]);
  expect(textIn(anna.doc, note)).toBe('xvan anna');
});

it('[S5.8] who keeps sending what is refused has to wait, others do not', async () => {
  const harness = await suite.start({ limits: { refusalsPerMinute: 3 } });
  for (let at = 0; at < 4; at++) {
    const eve = await suite.join('participant:eve', { harness });
    eve.doc.getMap('other').set('a', at);
    await until(() => eve.closed.includes(4409), 'refused');
  }
  expect(await refusedStatusOf(rawSocket(harness.port, suite.board.boardId, 'participant:eve'))).toBe(429);
  await suite.join('participant:anna', { harness });
});
