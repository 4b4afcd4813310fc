import { afterAll, beforeAll, expect, it } from 'vitest';
import * as Y from 'yjs';
import type { NoteRecord, RecordKey } from '@/lib/collab/records';
import { exampleNote, textOf, writeNewRecord, writeRecordChange, writeRemoval } from '@/lib/collab/workshop-doc';
import { appendRows } from '@/lib/db/board-log';
import { NoteProjection } from '@/server/search/project-notes';
import { startProjection } from '@/server/search/start-projection';
import { compactBoard } from '@/server/sync/compaction/compact-board';
import { bundleForTest } from '../../support/bundle-for-test';
import type { TestDatabase } from '../../support/create-test-database';
import {
  makeTestWorkshop,
  openTestInstallation,
  type RouteBrowser,
  signedInFacilitator,
} from '../../support/route-browser';
import { found, hitsOf, markedIn, totalOf } from '../../support/search-calls';
import { until } from '../../support/until';

let database: TestDatabase;
let facilitator: RouteBrowser;
let projection: NoteProjection;
beforeAll(async () => {
  database = await openTestInstallation();
  facilitator = await signedInFacilitator();
  projection = new NoteProjection(database.pool);
});
afterAll(() => database.drop());

/** A board whose every change is stored as one row, as the sync server would. */
class WrittenBoard {
  readonly doc = new Y.Doc();

  private constructor(
    readonly workshop: string,
    readonly boardId: string,
  ) {}

  static async make(): Promise<WrittenBoard> {
    const { workshopId, boardId } = await makeTestWorkshop(facilitator);
    return new WrittenBoard(workshopId, boardId);
  }

  async write(change: (doc: Y.Doc) => void): Promise<void> {
    const before = Y.encodeStateVector(this.doc);
    this.doc.transact(() => change(this.doc));
    const data = Y.encodeStateAsUpdate(this.doc, before);
    await appendRows(database.pool, [{ boardId: this.boardId, author: 'p:test', data }]);
  }

  async note(text: string, attached: string | null = null): Promise<RecordKey> {
    const key: RecordKey = `note:${crypto.randomUUID()}`;
    const note = { ...exampleNote('p:test'), text, attached } as NoteRecord;
    await this.write((doc) => writeNewRecord(doc, key, note));
    return key;
  }

  async total(query: string): Promise<number> {
    return totalOf(await found(facilitator, this.workshop, query), 'note');
  }
}

async function catchUp(): Promise<void> {
  while ((await projection.run()) > 0);
}

it('[SR7] a note is found, with its element, and its typing errors too', async () => {
  const board = await WrittenBoard.make();
  const key = await board.note('Wij zagen\neen zeldzame ijsvogel vliegen', 'L5.1.A');
  await board.note('Een zwerfsteen');
  await catchUp();
  for (const query of ['ijsvogel', 'ijsvogels', 'ijsvogle', 'zeldzaam ijsvogel']) {
    const hits = hitsOf(await found(facilitator, board.workshop, query), 'note');
    expect(hits).toMatchObject([
      { id: key, where: 'Bij: Maatschappelijke trends en factoren', opens: { elementId: 'L5.1.A', sectionId: null } },
    ]);
    expect(hits.flatMap(markedIn)).toContain('ijsvogel');
  }
  const [loose] = hitsOf(await found(facilitator, board.workshop, 'zwerfsteen'), 'note');
  expect(loose).toMatchObject({ where: 'Los op het bord', opens: { elementId: null } });
});

it('[SR7] it follows what becomes of a note: text, element, removal', async () => {
  const board = await WrittenBoard.make();
  const key = await board.note('Eerst over appels');
  const other = await board.note('Ook over appels');
  await catchUp();
  expect(await board.total('appels')).toBe(2);
  await board.write((doc) => textOf(doc, key)?.insert(0, 'Nu over peren. '));
  await board.write((doc) => writeRecordChange(doc, key, { attached: 'L5.2' }));
  await board.write((doc) => writeRemoval(doc, other));
  await catchUp();
  expect(await board.total('appels')).toBe(1);
  const [hit] = hitsOf(await found(facilitator, board.workshop, 'peren'), 'note');
  expect(hit).toMatchObject({ id: key, opens: { elementId: 'L5.2' } });
  await board.write((doc) => textOf(doc, key)?.delete(0, 1_000));
  await catchUp();
  expect(await board.total('peren')).toBe(0);
});

it('[SR7] what no database can keep costs nobody their search', async () => {
  const board = await WrittenBoard.make();
  await board.note('Zilverreiger\u0000 en \ud800', 'L5.1\u0000');
  await board.note('Ook een zilverreiger', '\ud800');
  await catchUp();
  expect(await board.total('zilverreiger')).toBe(2);
  const { hits } = (await found(facilitator, board.workshop, 'zilverreiger')).groups[0] ?? { hits: [] };
  expect(hits.map(({ where }) => where)).toEqual(['Los op het bord', 'Los op het bord']);
});

it('[SR7] a board that cannot be stored holds up no other board', async () => {
  const boards = [await WrittenBoard.make(), await WrittenBoard.make(), await WrittenBoard.make()];
  for (const board of boards) await board.note('Grote karekiet');
  const [, broken] = boards;
  await database.pool.query(
    `ALTER TABLE search_boards ADD CONSTRAINT test_broken CHECK (board_id <> '${broken?.boardId}') NOT VALID`,
  );
  await expect(projection.run()).rejects.toThrow('test_broken');
  const totals = () => Promise.all(boards.map((board) => board.total('karekiet')));
  expect(await totals()).toEqual([1, 0, 1]);
  await database.pool.query('ALTER TABLE search_boards DROP CONSTRAINT test_broken');
  await catchUp();
  expect(await totals()).toEqual([1, 1, 1]);
});

it('[SR7] after a start, and after a compaction, what was missed is made up for', async () => {
  const board = await WrittenBoard.make();
  const gone = await board.note('Oude kastanje');
  await board.note('Jonge kastanje');
  await catchUp();
  await board.write((doc) => writeRemoval(doc, gone));
  await board.note('Derde kastanje');
  await compactBoard(database.pool, board.boardId);
  await board.note('Vierde kastanje');
  await catchUp();
  expect(await board.total('kastanje')).toBe(3);
  await board.note('Vijfde kastanje');
  projection = new NoteProjection(database.pool);
  await catchUp();
  expect(await board.total('kastanje')).toBe(4);
});

it('[SR7] when it fails, storing goes on, and later nothing is missing', async () => {
  const board = await WrittenBoard.make();
  await board.note('Eerste wilg');
  await catchUp();
  await database.pool.query('ALTER TABLE search_entries RENAME TO away');
  await board.note('Tweede wilg');
  await expect(projection.run()).rejects.toThrow('search_entries');
  await board.note('Derde wilg');
  await database.pool.query('ALTER TABLE away RENAME TO search_entries');
  await catchUp();
  expect(await board.total('wilg')).toBe(3);
});

it('[SR7] a row that cannot be read, or is no note, costs nothing but itself', async () => {
  const board = await WrittenBoard.make();
  await board.note('Heel\u0000 raar');
  await appendRows(database.pool, [{ boardId: board.boardId, author: 'p:test', data: new Uint8Array([1, 2, 3]) }]);
  await board.write((doc) => doc.getMap('records').set('note:geen', 'tekst'));
  await board.note('Gewoon');
  await catchUp();
  expect(await board.total('raar')).toBe(1);
  expect(await board.total('gewoon')).toBe(1);
});

it('[SR5] [SR7] a note is found in its own workshop alone', async () => {
  const [board, other] = [await WrittenBoard.make(), await WrittenBoard.make()];
  await other.note('Kanariewoord op een notitie');
  await catchUp();
  expect(await other.total('kanariewoord')).toBe(1);
  const answer = await found(facilitator, board.workshop, 'kanarieword');
  expect(answer).toMatchObject({ groups: [], instead: null });
});

it('[SR7] the thread of the server does it by itself', async () => {
  const board = await WrittenBoard.make();
  const running = startProjection(await bundleForTest('server/search/projection-worker.ts'));
  try {
    await board.note('Een lindeboom');
    await until(async () => (await board.total('lindeboom')) === 1, 'the first note is found');
    await board.note('Nog een lindeboom');
    await until(async () => (await board.total('lindeboom')) === 2, 'the second note is found');
  } finally {
    await running.close();
  }
});
