/**
 * The log of a board's updates ([S2], [S3]). Sequence numbers are taken under the row lock of board_head, so per
 * board they have no gaps and follow the order of the commits, whatever process writes.
 */
import { createHash } from 'node:crypto';
import type { Pool } from 'pg';

/** One row to be: the updates of one author in one batch, merged. */
export type LogRow = { boardId: string; author: string | null; data: Uint8Array };

/** Per board the first and last sequence number that were given out; a board that is missing was not written. */
export type Appended = Map<string, { from: number; to: number }>;

export function sha256Of(data: Uint8Array): Buffer {
  return createHash('sha256').update(data).digest();
}

// One packed bytea with offsets: an array of bytea would be sent as hexadecimal text, twice the size.
// `locked` orders the row locks, so that two processes that write the same boards cannot deadlock.
const APPEND = `
with input as (
  select i.board_id, i.author, i.start, i.size, i.ord
  from unnest($1::uuid[], $2::text[], $3::int[], $4::int[]) with ordinality as i(board_id, author, start, size, ord)
), counted as (
  select board_id, count(*) as n from input group by board_id
), locked as materialized (
  select h.board_id, h.seq from board_head h where h.board_id = any($1::uuid[]) order by h.board_id for update
), headed as (
  update board_head h set seq = l.seq + c.n
  from locked l join counted c on c.board_id = l.board_id
  where h.board_id = l.board_id
  returning h.board_id, l.seq as base
), written as (
  insert into board_log (board_id, seq, author, sha256, data)
  select i.board_id, d.base + row_number() over (partition by i.board_id order by i.ord), i.author,
         substring($5::bytea from (32 * i.ord - 31)::int for 32), substring($6::bytea from i.start + 1 for i.size)
  from input i join headed d on d.board_id = i.board_id
  returning board_id, seq
)
select board_id, min(seq)::text as first, max(seq)::text as last from written group by board_id`;

/**
 * Appends rows of any number of boards in one statement, which is one commit. Throws when the database does;
 * a board without a head (removed meanwhile) is left out of the answer.
 */
export async function appendRows(pool: Pool, rows: readonly LogRow[]): Promise<Appended> {
  const starts: number[] = [];
  let size = 0;
  for (const row of rows) {
    starts.push(size);
    size += row.data.length;
  }
  const { rows: written } = await pool.query<{ board_id: string; first: string; last: string }>({
    name: 'board-log-append',
    text: APPEND,
    values: [
      rows.map((row) => row.boardId),
      rows.map((row) => row.author),
      starts,
      rows.map((row) => row.data.length),
      Buffer.concat(rows.map((row) => sha256Of(row.data))),
      Buffer.concat(
        rows.map((row) => row.data),
        size,
      ),
    ],
  });
  return new Map(written.map((row) => [row.board_id, { from: Number(row.first), to: Number(row.last) }]));
}

/** Makes the head of a board that exists; false when there is no such board. */
export async function ensureBoardHead(pool: Pool, boardId: string): Promise<boolean> {
  const { rowCount } = await pool.query(
    `with made as (
       insert into board_head (board_id, seq) select id, 0 from boards where id = $1
       on conflict (board_id) do nothing returning board_id)
     select 1 from boards where id = $1`,
    [boardId],
  );
  return (rowCount ?? 0) > 0;
}

export type StoredRow = { seq: number; author: string | null; sha256: Buffer; data: Buffer };
export type StoredSnapshot = { seq: number; sv: Buffer; ds: Buffer; sha256: Buffer; data: Buffer };
/** The hash of a snapshot covers all three of its parts. */
export function snapshotSha256({ sv, ds, data }: { sv: Uint8Array; ds: Uint8Array; data: Uint8Array }): Buffer {
  return createHash('sha256').update(sv).update(ds).update(data).digest();
}
export type StoredBoard = { seq: number; snapshot: StoredSnapshot | null; rows: StoredRow[] };

type LoadRow = {
  kind: 'head' | 'log' | 'snap';
  seq: string;
  author: string | null;
  sha256: Buffer | null;
  data: Buffer | null;
  sv: Buffer | null;
  ds: Buffer | null;
};

// One statement, so one view of the database: a compaction in between cannot open a gap.
const LOAD = `
with head as (select seq, snap_seq from board_head where board_id = $1)
select 'head' as kind, seq::text, null as author, null::bytea as sha256, null::bytea as data, null::bytea as sv, null::bytea as ds, 0::bigint as place from head
union all
select 'snap', s.seq::text, null, s.sha256, s.data, s.sv, s.ds, s.seq from board_snap s, head where s.board_id = $1 and s.seq = head.snap_seq
union all
select 'log', l.seq::text, l.author, l.sha256, l.data, null, null, l.seq from board_log l, head where l.board_id = $1 and l.seq > head.snap_seq
order by kind, place`;

/** Snapshot and tail as they lie, unverified; null when the board has no head. */
export async function loadStoredBoard(pool: Pool, boardId: string): Promise<StoredBoard | null> {
  const { rows } = await pool.query<LoadRow>(LOAD, [boardId]);
  const head = rows.find((row) => row.kind === 'head');
  if (!head) return null;
  const board: StoredBoard = { seq: Number(head.seq), snapshot: null, rows: [] };
  for (const { kind, seq, author, sha256, data, sv, ds } of rows) {
    if (kind === 'log' && sha256 && data) board.rows.push({ seq: Number(seq), author, sha256, data });
    if (kind === 'snap' && sha256 && data && sv && ds) board.snapshot = { seq: Number(seq), sv, ds, sha256, data };
  }
  return board;
}

/** The rows from `from` to `to`, both included, that compaction has already set aside; for a fall-back on an older snapshot. */
export async function loadHistory(pool: Pool, boardId: string, from: number, to: number): Promise<StoredRow[]> {
  const { rows } = await pool.query<{ seq: string; author: string | null; sha256: Buffer; data: Buffer }>(
    'select seq::text, author, sha256, data from board_history where board_id = $1 and seq between $2 and $3 order by board_history.seq',
    [boardId, from, to],
  );
  return rows.map((row) => ({ ...row, seq: Number(row.seq) }));
}

/** The newest snapshot before `seq`: the one compaction keeps for a generation. */
export async function loadPreviousSnapshot(pool: Pool, boardId: string, seq: number): Promise<StoredSnapshot | null> {
  const { rows } = await pool.query<Omit<StoredSnapshot, 'seq'> & { seq: string }>(
    'select seq::text, sv, ds, sha256, data from board_snap where board_id = $1 and seq < $2 order by board_snap.seq desc limit 1',
    [boardId, seq],
  );
  const [row] = rows;
  return row ? { ...row, seq: Number(row.seq) } : null;
}

/** Moves the rows from `from` on out of the log: they are kept, but no longer part of the board. */
export async function quarantineRows(pool: Pool, boardId: string, from: number, reason: string): Promise<number> {
  const { rowCount } = await pool.query(
    `with moved as (delete from board_log where board_id = $1 and seq >= $2 returning board_id, seq, data)
     insert into board_quarantine (board_id, seq, reason, data) select board_id, seq, $3, data from moved
     on conflict (board_id, seq) do nothing`,
    [boardId, from, reason],
  );
  return rowCount ?? 0;
}
