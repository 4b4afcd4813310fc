import { expect, it } from 'vitest';
import { recordsOf } from '@/lib/collab/workshop-doc';
import { connect, startSync, synced } from '@/tests/support/sync-harness';
import { addNote, syncSuite } from '@/tests/support/sync-suite';
import { until } from '@/tests/support/until';

const suite = syncSuite();

/** Holds the table that every load reads; gives the release. */
async function holdLoads(): Promise<() => Promise<void>> {
  const client = await suite.database.pool.connect();
  await client.query('begin');
  await client.query('lock table board_head in access exclusive mode');
  return async () => {
    await client.query('commit');
    client.release();
  };
}

async function loadsWaiting(): Promise<number> {
  const { rows } = await suite.database.pool.query<{ n: number }>(
    `select count(*)::int as n from pg_stat_activity where wait_event_type = 'Lock' and query like '%snap_seq%' and datname = current_database()`,
  );
  return rows[0]?.n ?? 0;
}

it('[S3] ten who join while the board loads wait for one load, and none is told that it is empty', async () => {
  const first = await suite.join('participant:anna');
  for (let at = 0; at < 50; at++) addNote(first.doc);
  await until(async () => recordsOf(await suite.storedDoc()).size === 50, 'stored');
  const { boardId } = suite.board;
  const other = await startSync({ pool: suite.database.pool, boards: [suite.board] });
  const release = await holdLoads();
  const people = Array.from({ length: 10 }, (_, at) => connect(other.port, boardId, `participant:p${at}`));
  const sizes: number[] = [];
  for (const { provider, doc } of people)
    provider.on('sync', (isSynced: boolean) => isSynced && sizes.push(recordsOf(doc).size));
  await until(async () => (await loadsWaiting()) > 0, 'a load waits');
  expect(people.some(({ provider }) => provider.wsconnected)).toBe(false);
  expect(await loadsWaiting()).toBe(1);
  await release();
  await synced(...people);
  expect(sizes).toEqual(Array(10).fill(50));
  for (const person of people) person.leave();
  await other.stop();
});

it('[S3] a load that fails lets nobody in, and the next attempt succeeds', async () => {
  await suite.database.pool.query('alter table board_log rename to board_log_away');
  const anna = connect(suite.harness.port, suite.board.boardId, 'participant:anna');
  const { upgradesRefused } = suite.harness.sync.stats();
  await until(() => suite.harness.logged.some(({ msg }) => msg === 'an upgrade failed'), 'a refused upgrade');
  expect(anna.provider.wsconnected).toBe(false);
  expect(upgradesRefused).toBe(0);
  await suite.database.pool.query('alter table board_log_away rename to board_log');
  await synced(anna);
  anna.leave();
});
