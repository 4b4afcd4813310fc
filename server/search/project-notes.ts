/**
 * [SR7] Reads the log of boards beside the sync server, as any reader of the database could: nothing that is stored
 * waits for it, and when it fails it begins again where it was.
 */
import type { Pool } from 'pg';
import * as Y from 'yjs';
import { isRecordKey } from '@/lib/collab/records';
import { readRecord, recordsOf } from '@/lib/collab/workshop-doc';
import { loadStoredBoard } from '@/lib/db/board-log';
import { type DueBoard, findDueBoards, type NoteEntry, storeNotes } from '@/lib/db/search/note-entries';

/** So many boards are kept open; one that comes back after that is read from its snapshot again. */
const MAX_OPEN = 6;

type OpenBoard = { doc: Y.Doc; seq: number; touched: Set<string> };
type Row = { seq: number; data: Uint8Array };

function noteUnder(doc: Y.Doc, key: string): NoteEntry | null {
  const record = readRecord(doc, key);
  if (record?.kind !== 'note') return null;
  // Whoever opens a board can write a NUL, which no database keeps; an element has none in its id.
  const text = record.text.replaceAll('\u0000', '');
  const attached = record.attached?.includes('\u0000') ? null : record.attached;
  return text.trim() === '' ? null : { key, text, attached };
}

/** A row that cannot be read is the sync server's to judge; search goes on without it. */
function applyRows(doc: Y.Doc, rows: readonly Pick<Row, 'data'>[]): void {
  for (const { data } of rows) {
    try {
      Y.applyUpdate(doc, data);
    } catch {
      // Set aside at the next load of the board, loudly ([S3]).
    }
  }
}

export class NoteProjection {
  readonly #open = new Map<string, OpenBoard>();

  constructor(private readonly pool: Pool) {}

  /** Brings every board that has changed up to date; how many there were. One that fails is due again, and rejects last. */
  async run(): Promise<number> {
    const due = await findDueBoards(this.pool);
    const failures: unknown[] = [];
    // The others must not wait for what is wrong with one.
    for (const board of due) await this.#project(board).catch((error: unknown) => failures.push(error));
    if (failures.length > 0) throw failures[0];
    return due.length;
  }

  async #project(due: DueBoard): Promise<void> {
    const open = this.#open.get(due.boardId);
    this.#open.delete(due.boardId);
    const newer = open ? await this.#newerRows(due.boardId, open.seq) : null;
    if (open && newer) await this.#storeTouched(due, open, newer);
    else await this.#storeAll(due);
    const [oldest] = this.#open.keys();
    if (this.#open.size > MAX_OPEN && oldest !== undefined) this.#open.delete(oldest);
  }

  /** Null when rows in between have gone into a snapshot. */
  async #newerRows(boardId: string, seq: number): Promise<Row[] | null> {
    const { rows } = await this.pool.query<{ seq: string; data: Buffer }>(
      'SELECT seq::text, data FROM board_log WHERE board_id = $1 AND seq > $2 ORDER BY board_log.seq',
      [boardId, seq],
    );
    const found = rows.map((row) => ({ seq: Number(row.seq), data: row.data }));
    return found[0]?.seq === seq + 1 ? found : null;
  }

  async #storeAll(due: DueBoard): Promise<void> {
    const stored = await loadStoredBoard(this.pool, due.boardId);
    if (!stored) return;
    const doc = new Y.Doc();
    applyRows(doc, [...(stored.snapshot ? [stored.snapshot] : []), ...stored.rows]);
    const notes = [...recordsOf(doc).keys()].flatMap((key) => noteUnder(doc, key) ?? []);
    await storeNotes(this.pool, { ...due, seq: stored.seq, notes, removed: 'all others' });
    const open: OpenBoard = { doc, seq: stored.seq, touched: new Set() };
    recordsOf(doc).observeDeep((events) => {
      for (const { path, keys } of events) {
        const changed = path.length === 0 ? keys.keys() : [String(path[0])];
        for (const key of changed) if (isRecordKey(key)) open.touched.add(key);
      }
    });
    this.#open.set(due.boardId, open);
  }

  async #storeTouched(due: DueBoard, open: OpenBoard, newer: readonly Row[]): Promise<void> {
    applyRows(open.doc, newer);
    open.seq = newer.at(-1)?.seq ?? open.seq;
    const found = [...open.touched].map((key) => ({ key, note: noteUnder(open.doc, key) }));
    const notes = found.flatMap(({ note }) => note ?? []);
    const removed = found.filter(({ note }) => !note).map(({ key }) => key);
    await storeNotes(this.pool, { ...due, seq: open.seq, notes, removed });
    this.#open.set(due.boardId, open);
    open.touched.clear();
  }
}
