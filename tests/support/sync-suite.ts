import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll } from 'vitest';
import * as Y from 'yjs';
import type { RecordKey } from '@/lib/collab/records';
import { exampleNote, readRecords, textOf, writeNewRecord } from '@/lib/collab/workshop-doc';
import { appendRows, ensureBoardHead } from '@/lib/db/board-log';
import { createTestDatabase, type TestDatabase } from './create-test-database';
import { storedDocOf } from './stored-doc';
import { createTestBoard, type TestBoard } from './sync-board';
import { connect, type HarnessOptions, type Person, type SyncHarness, startSync, synced } from './sync-harness';

export type SyncSuite = {
  readonly database: TestDatabase;
  readonly board: TestBoard;
  readonly harness: SyncHarness;
  /** Another server on the same database; stopped after the test. */
  start(options?: Partial<HarnessOptions>): Promise<SyncHarness>;
  newBoard(): Promise<TestBoard>;
  /** Nothing of this board can be stored until the returned function is called, or the test ends. */
  holdCommits(boardId?: string): Promise<() => Promise<void>>;
  /** Somebody who is in and has the board; leaves after the test. */
  join(who: string, options?: { harness?: SyncHarness; boardId?: string; doc?: Y.Doc }): Promise<Person>;
  /** Stored rows of a board, oldest first. */
  rows(boardId?: string): Promise<{ seq: number; author: string; data: Buffer }[]>;
  /** The sequence number of what was stored last. */
  seq(boardId?: string): Promise<number>;
  /** Puts a board of so many notes in the database at once, without any server; in rows of 500. */
  storeNotes(count: number, text: string): Promise<void>;
  /** What the database holds, as a document. */
  storedDoc(boardId?: string): Promise<Y.Doc>;
};

/** A database, a board and a running server for one test file; every test gets a board of its own. */
export function syncSuite(options: Partial<HarnessOptions> = {}): SyncSuite {
  const boards: TestBoard[] = [];
  const people: Person[] = [];
  const extra: SyncHarness[] = [];
  const held: (() => Promise<void>)[] = [];
  let database: TestDatabase;
  let harness: SyncHarness;
  let board: TestBoard;

  const suite: SyncSuite = {
    get database() {
      return database;
    },
    get board() {
      return board;
    },
    get harness() {
      return harness;
    },
    async start(more = {}) {
      const started = await startSync({ pool: database.pool, boards, ...options, ...more });
      extra.push(started);
      return started;
    },
    async newBoard() {
      board = await createTestBoard(database.pool);
      boards.push(board);
      return board;
    },
    async holdCommits(boardId = board.boardId) {
      const client = await database.pool.connect();
      await client.query('begin');
      await client.query('select 1 from board_head where board_id = $1 for update', [boardId]);
      let isHeld = true;
      const release = async () => {
        if (!isHeld) return;
        isHeld = false;
        await client.query('commit');
        client.release();
      };
      held.push(release);
      return release;
    },
    async join(who, { harness: at = harness, boardId = board.boardId, doc } = {}) {
      const person = connect(at.port, boardId, who, doc);
      people.push(person);
      await synced(person);
      return person;
    },
    async rows(boardId = board.boardId) {
      const { rows } = await database.pool.query<{ seq: string; author: string; data: Buffer }>(
        'select seq::text, author, data from board_log where board_id = $1 order by board_log.seq',
        [boardId],
      );
      return rows.map((row) => ({ ...row, seq: Number(row.seq) }));
    },
    async seq(boardId = board.boardId) {
      const { rows } = await database.pool.query<{ seq: number }>(
        'select seq::int from board_head where board_id = $1',
        [boardId],
      );
      return rows[0]?.seq ?? 0;
    },
    async storeNotes(count, text) {
      const { boardId } = board;
      await ensureBoardHead(database.pool, boardId);
      const doc = new Y.Doc();
      const data: Uint8Array[] = [];
      doc.on('update', (update: Uint8Array) => data.push(update));
      for (let left = count; left > 0; left -= 500) addNotes(doc, Math.min(left, 500), text);
      await appendRows(
        database.pool,
        data.map((update) => ({ boardId, author: 'p:test', data: update })),
      );
    },
    storedDoc: (boardId = board.boardId) => storedDocOf(database.pool, boardId),
  };

  beforeAll(async () => {
    database = await createTestDatabase();
    await suite.newBoard();
    harness = await startSync({ pool: database.pool, boards, ...options });
  });
  afterEach(async () => {
    for (const release of held.splice(0)) await release();
    for (const person of people.splice(0)) person.leave();
    for (const started of extra.splice(0)) await started.stop();
    await suite.newBoard();
  });
  afterAll(async () => {
    await harness.stop();
    await database.drop();
  });
  return suite;
}

/** Adds an invented note; gives its key. */
export function addNote(doc: Y.Doc, text = 'Verzonnen notitie'): RecordKey {
  const key: RecordKey = `note:${randomUUID()}`;
  doc.transact(() =>
    writeNewRecord(doc, key, { ...exampleNote('p:test'), text } as Parameters<typeof writeNewRecord>[2]),
  );
  return key;
}

/** Many notes as one update; larger than a person makes, smaller than a frame may be. */
export function addNotes(doc: Y.Doc, count: number, text: string): void {
  doc.transact(() => {
    for (let at = 0; at < count; at++) addNote(doc, text);
  });
}

export function textIn(doc: Y.Doc, key: RecordKey): string | undefined {
  return textOf(doc, key)?.toString();
}

export function has(doc: Y.Doc, key: RecordKey): boolean {
  return readRecords(doc).has(key);
}
