/** The notes of boards as search knows them. They follow the log of a board; what they lag behind is made up for. */
import type { Pool } from 'pg';
import { inPgTransaction } from '../pg-transaction';

export type NoteEntry = { key: string; text: string; attached: string | null };
export type DueBoard = { boardId: string; workshopId: string };
/** `removed`: keys of notes that are gone; 'all others' when `notes` are all there are. */
type NoteChanges = DueBoard & {
  seq: number;
  notes: readonly NoteEntry[];
  removed: readonly string[] | 'all others';
};

const MAX_DUE = 20;

/** [SR7] Boards with rows in their log that search has not seen, or that it has seen more of than there is. */
export async function findDueBoards(pool: Pool): Promise<DueBoard[]> {
  const { rows } = await pool.query<DueBoard>(
    `SELECT b.id AS "boardId", b.workshop_id AS "workshopId" FROM board_head h JOIN boards b ON b.id = h.board_id
     LEFT JOIN search_boards s ON s.board_id = h.board_id WHERE h.seq <> coalesce(s.seq, 0) LIMIT ${MAX_DUE}`,
  );
  return rows;
}

const GONE = "DELETE FROM search_entries WHERE scope = $1 AND kind = 'note' AND ref = ANY($2)";
const OTHERS = "DELETE FROM search_entries WHERE scope = $1 AND kind = 'note' AND ref <> ALL($2)";
// Only what differs is written: after a start a whole board is compared, and mostly nothing has changed.
const PUT = `
  WITH put AS (
    INSERT INTO search_entries (scope, kind, ref, title, body, element_id)
    SELECT $1, 'note', ref, '', body, element FROM unnest($2::text[], $3::text[], $4::text[]) AS note(ref, body, element)
    ON CONFLICT (scope, kind, ref) DO UPDATE SET body = excluded.body, element_id = excluded.element_id
    WHERE (search_entries.body, search_entries.element_id) IS DISTINCT FROM (excluded.body, excluded.element_id)
    RETURNING body)
  SELECT search_learn($1, array_agg(body)) FROM put HAVING count(*) > 0`;
const SEEN = `
  INSERT INTO search_boards (board_id, seq) VALUES ($1, $2) ON CONFLICT (board_id) DO UPDATE SET seq = excluded.seq`;

/** All of it, or nothing: then the board is due again. */
export async function storeNotes(pool: Pool, { boardId, workshopId, seq, notes, removed }: NoteChanges): Promise<void> {
  const keys = notes.map(({ key }) => key);
  await inPgTransaction(pool, async (db) => {
    if (removed === 'all others') await db.query(OTHERS, [workshopId, keys]);
    else if (removed.length > 0) await db.query(GONE, [workshopId, removed]);
    if (notes.length > 0) {
      const columns = [keys, notes.map(({ text }) => text), notes.map(({ attached }) => attached)];
      await db.query(PUT, [workshopId, ...columns]);
    }
    await db.query(SEEN, [boardId, seq]);
  });
}
