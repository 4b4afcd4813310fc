import { afterEach, expect, it } from 'vitest';
import type * as Y from 'yjs';
import { BoardClient, type StopReason } from '@/lib/collab/board-client';
import { CLOSE, MAX_CURSOR_HZ } from '@/lib/collab/protocol';
import { randomUuid } from '@/lib/collab/random-uuid';
import type { RecordKey } from '@/lib/collab/records';
import { type SaveLabel, saveLabel } from '@/lib/collab/save-state';
import { readRecords, textOf, writeNewRecord } from '@/lib/collab/workshop-doc';
import { type SyncHarness, socketWith } from '../../support/sync-harness';
import { syncSuite } from '../../support/sync-suite';
import { until } from '../../support/until';

const REFUSED_TEXT = 'Dit mag niet van de proefserver';
const suite = syncSuite({
  refuseUpdate: ({ touchedKeys }) => ([...touchedKeys].some((key) => key.includes('aaaaaaaa')) ? 'foreign-key' : null),
});

type Screen = {
  client: BoardClient;
  labels: SaveLabel[];
  docs: Y.Doc[];
  refused: string[][];
  stopped: { reason: StopReason; texts: string[] }[];
};
const open: BoardClient[] = [];
afterEach(() => {
  for (const client of open.splice(0)) client.dispose();
});

async function screen(who: string, harness: SyncHarness = suite.harness): Promise<Screen> {
  const seen: Omit<Screen, 'client'> = { labels: [], docs: [], refused: [], stopped: [] };
  let synced = false;
  const client = new BoardClient({
    url: `ws://127.0.0.1:${harness.port}/sync`,
    boardId: suite.board.boardId,
    WebSocketPolyfill: socketWith(harness.port, who),
    events: {
      onDoc: (doc) => seen.docs.push(doc),
      onSynced: () => {
        synced = true;
      },
      onSaveState: (state) => seen.labels.push(saveLabel(state)),
      onRefused: (texts) => seen.refused.push(texts),
      onStopped: (reason, texts) => seen.stopped.push({ reason, texts }),
    },
  });
  open.push(client);
  await until(() => synced, `${who} is synced`);
  return { client, ...seen };
}

function note(client: BoardClient, text: string, uuid = randomUuid()): RecordKey {
  const key: RecordKey = `note:${uuid}`;
  client.doc.transact(
    () =>
      writeNewRecord(client.doc, key, {
        kind: 'note',
        v: 1,
        author: 'p:anna',
        anchor: null,
        x: 0,
        y: 0,
        index: 'a1',
        colour: 'yellow',
        text,
        attached: null,
      }),
    'test',
  );
  return key;
}

const label = (at: Screen): SaveLabel => saveLabel(at.client.saveState);

it('[CV13] says "unsaved" until the change is stored, then "saved"', async () => {
  const anna = await screen('participant:anna');
  expect(label(anna)).toBe('saved');
  const release = await suite.holdCommits();
  note(anna.client, 'Eerst nog nergens');
  expect(label(anna)).toBe('unsaved');
  await new Promise((resolve) => setImmediate(resolve));
  expect(label(anna)).toBe('unsaved');
  await release();
  await until(() => label(anna) === 'saved', 'saved');
  expect(readRecords(await suite.storedDoc()).size).toBe(1);
});

it('[CV13] counts a removal and typing too', async () => {
  const anna = await screen('participant:anna');
  const key = note(anna.client, 'Kort');
  await until(() => label(anna) === 'saved', 'saved');
  const release = await suite.holdCommits();
  textOf(anna.client.doc, key)?.delete(0, 2);
  expect(label(anna)).toBe('unsaved');
  await release();
  await until(() => label(anna) === 'saved', 'saved');
  expect([...readRecords(await suite.storedDoc()).values()]).toMatchObject([{ text: 'rt' }]);
});

it('[CV13] says "no connection", keeps offline work and saves it on return', async () => {
  const harness = await suite.start();
  const anna = await screen('participant:anna', harness);
  note(anna.client, 'Met verbinding');
  await until(() => label(anna) === 'saved', 'saved');
  await harness.kill();
  await until(() => label(anna) === 'offline', 'offline');
  const key = note(anna.client, 'Zonder verbinding');
  note(anna.client, 'Nog een');
  anna.client.doc.transact(() => textOf(anna.client.doc, key)?.delete(0, 6), 'test');
  expect(label(anna)).toBe('offline-unsaved');
  await suite.start({ port: harness.port });
  await until(() => label(anna) === 'saved', 'saved again');
  const texts = [...readRecords(await suite.storedDoc()).values()].map((record) =>
    'text' in record ? record.text : '',
  );
  expect(texts.sort()).toEqual(['Met verbinding', 'Nog een', ' verbinding'].sort());
});

it('[CV15] loads fresh under a new client id after a refusal and hands over what was not saved', async () => {
  const anna = await screen('participant:anna');
  note(anna.client, 'Toegestaan');
  await until(() => label(anna) === 'saved', 'saved');
  const [first] = anna.docs;
  note(anna.client, REFUSED_TEXT, 'aaaaaaaa-aaaa-4aaa-8aaa-aaaaaaaaaaaa');
  await until(() => anna.refused.length === 1, 'refused');
  expect(anna.refused).toEqual([[REFUSED_TEXT]]);
  await until(() => label(anna) === 'saved', 'loaded again');
  expect(anna.client.doc).not.toBe(first);
  expect(anna.client.doc.clientID).not.toBe(first?.clientID);
  expect([...readRecords(anna.client.doc).values()]).toMatchObject([{ text: 'Toegestaan' }]);
});

it('[CV15] stops with a reason when the server ends it for good, and hands over what was not saved', async () => {
  const anna = await screen('participant:anna');
  const release = await suite.holdCommits();
  note(anna.client, 'Net te laat');
  suite.harness.sync.disconnect({ participantId: 'anna' }, CLOSE.forbidden);
  await until(() => anna.stopped.length === 1, 'stopped');
  expect(anna.stopped).toEqual([{ reason: 'forbidden', texts: ['Net te laat'] }]);
  expect(label(anna)).toBe('stopped');
  await release();
});

it('[CV14] sends its own cursor only, at most 30 times a second', async () => {
  const anna = await screen('participant:anna');
  const bram = await screen('participant:bram');
  let fromBram = 0;
  anna.client.awareness.on('change', ({ updated }: { updated: number[] }, origin: unknown) => {
    if (origin !== 'local' && updated.includes(bram.client.doc.clientID)) fromBram += 1;
  });
  bram.client.awareness.setLocalStateField('cursor', { key: 'p:bram', x: 0, y: 0 });
  await until(() => anna.client.awareness.getStates().has(bram.client.doc.clientID), 'cursor seen');
  fromBram = 0;
  const started = Date.now();
  let moves = 0;
  await until(() => {
    moves += 1;
    bram.client.awareness.setLocalStateField('cursor', { key: 'p:bram', x: moves, y: 0 });
    return Date.now() - started > 700;
  }, 'moving for a while');
  const last = moves;
  await until(
    () => anna.client.awareness.getStates().get(bram.client.doc.clientID)?.cursor?.x === last,
    'the last place arrives',
  );
  const seconds = (Date.now() - started) / 1000;
  expect(moves).toBeGreaterThan(40);
  expect(fromBram).toBeLessThanOrEqual(Math.ceil(seconds * MAX_CURSOR_HZ) + 2);
  expect(fromBram).toBeGreaterThan(3);
});
