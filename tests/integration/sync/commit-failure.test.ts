import { expect, it } from 'vitest';
import { recordsOf } from '@/lib/collab/workshop-doc';
import { addNote, has, syncSuite } from '@/tests/support/sync-suite';
import { until } from '@/tests/support/until';

const suite = syncSuite({ limits: { commitTimeoutMs: 1_000 } });

it('[S2.2] what cannot be stored nobody sees; the room closes, and all of it is there when storing works again', async () => {
  const anna = await suite.join('participant:anna');
  const bram = await suite.join('participant:bram');
  const seen: number[] = [];
  recordsOf(bram.doc).observe(() => seen.push(recordsOf(bram.doc).size));
  await suite.database.pool.query(`alter table board_log add constraint broken check (author <> 'p:anna') not valid`);
  const key = addNote(anna.doc);
  await until(() => anna.closed.includes(1013) && bram.closed.includes(1013), 'both are closed with 1013');
  expect(seen).toEqual([]);
  expect(await suite.rows()).toEqual([]);
  await suite.database.pool.query('alter table board_log drop constraint broken');
  await until(() => has(bram.doc, key), 'the note arrives after all');
  expect((await suite.rows()).map(({ author }) => author)).toEqual(['p:anna']);
});

it('[S2.2] one board that is refused does not take another along', async () => {
  const good = suite.board;
  const bad = await suite.newBoard();
  const anna = await suite.join('participant:anna', { boardId: good.boardId });
  const reader = await suite.join('participant:bram', { boardId: good.boardId });
  const cor = await suite.join('participant:cor', { boardId: bad.boardId });
  await suite.database.pool.query(`alter table board_log add constraint broken check (author <> 'p:cor') not valid`);
  const release = await suite.holdCommits(good.boardId);
  addNote(anna.doc);
  await until(() => suite.harness.sync.stats().pendingUpdates === 1, 'a commit is under way');
  const [second] = [addNote(anna.doc)];
  addNote(cor.doc);
  await until(() => suite.harness.sync.stats().pendingUpdates === 3, 'both boards wait for the next');
  await release();
  await until(() => cor.closed.includes(1013), 'the bad board is closed');
  await until(() => has(reader.doc, second), 'the good board goes on');
  expect(anna.closed).toEqual([]);
  await suite.database.pool.query('alter table board_log drop constraint broken');
});

it('[S2.2] a commit that hangs counts as failed, and nobody was told', async () => {
  const anna = await suite.join('participant:anna');
  const bram = await suite.join('participant:bram');
  const release = await suite.holdCommits();
  const key = addNote(anna.doc);
  await until(() => anna.closed.includes(1013), 'the writer is closed');
  expect(has(bram.doc, key)).toBe(false);
  await release();
  await until(() => has(bram.doc, key), 'the note arrives after all');
});

it('[S2.2] a board that was removed meanwhile takes nothing in', async () => {
  const anna = await suite.join('participant:anna');
  await suite.database.pool.query('delete from boards where id = $1', [suite.board.boardId]);
  await suite.database.pool.query('delete from board_head where board_id = $1', [suite.board.boardId]);
  addNote(anna.doc);
  await until(() => anna.closed.includes(1013), 'the room is closed');
  await until(() => anna.closed.length > 1, 'and the door stays shut');
  expect(await suite.rows()).toEqual([]);
});
