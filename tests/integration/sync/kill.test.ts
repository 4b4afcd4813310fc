import { expect, it } from 'vitest';
import type { RecordKey } from '@/lib/collab/records';
import { recordsOf } from '@/lib/collab/workshop-doc';
import { connect, type Person, synced } from '@/tests/support/sync-harness';
import { syncProcess } from '@/tests/support/sync-process';
import { addNote, has, syncSuite } from '@/tests/support/sync-suite';
import { until } from '@/tests/support/until';

const suite = syncSuite();

/** Writes a note every few milliseconds until told to stop. */
function keepWriting(person: Person): () => void {
  const timer = setInterval(() => addNote(person.doc), 10);
  return () => clearInterval(timer);
}

it('[S2] after kill -9 in the middle of edits by five people, everything another had seen is stored', async () => {
  const { boardId } = suite.board;
  const server = await syncProcess(suite.database.url, [suite.board]);
  await server.start();
  const seen = new Set<string>();
  const people = Array.from({ length: 5 }, (_, at) => connect(server.port, boardId, `participant:p${at}`));
  await synced(...people);
  for (const { doc, provider } of people) {
    recordsOf(doc).observe(({ keysChanged, transaction }) => {
      if (transaction.origin === provider) for (const key of keysChanged) seen.add(key);
    });
  }
  for (let round = 1; round <= 4; round++) {
    const stops = people.map(keepWriting);
    const enough = seen.size + 100;
    await until(() => seen.size > enough, 'people see what others write');
    await server.kill();
    for (const stop of stops) stop();
    const stored = await suite.storedDoc();
    expect([...seen].filter((key) => !recordsOf(stored).has(key))).toEqual([]);
    await server.start();
    await synced(...people);
  }
  const total = new Set(people.flatMap(({ doc }) => [...recordsOf(doc).keys()]));
  await until(() => people.every(({ doc }) => recordsOf(doc).size === total.size), 'everybody has everything');
  await until(async () => recordsOf(await suite.storedDoc()).size === total.size, 'and so has the database');
  for (const person of people) person.leave();
  await server.kill();
}, 60_000);

it('[S10] SIGTERM stores what is under way, says 1001, and ends within 10 s', async () => {
  const server = await syncProcess(suite.database.url, [suite.board]);
  await server.start();
  const anna = connect(server.port, suite.board.boardId, 'participant:anna');
  const bram = connect(server.port, suite.board.boardId, 'participant:bram');
  await synced(anna, bram);
  const keys: RecordKey[] = Array.from({ length: 50 }, () => addNote(anna.doc));
  await until(() => has(bram.doc, keys[0] as RecordKey), 'the first arrives');
  const startedAt = performance.now();
  expect(await server.terminate()).toBe(0);
  expect(performance.now() - startedAt).toBeLessThan(10_000);
  await until(() => anna.closed[0] === 1001 && bram.closed[0] === 1001, 'both are told');
  await server.start();
  await synced(anna, bram);
  await until(() => recordsOf(bram.doc).size === 50, 'nothing is lost');
  anna.leave();
  bram.leave();
  await server.kill();
});
