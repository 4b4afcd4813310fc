import type { Pool } from 'pg';
import * as Y from 'yjs';

/** What the database holds of a board, read without any code of the server: snapshot and log in one look. */
export async function storedDocOf(pool: Pool, boardId: string): Promise<Y.Doc> {
  const { rows } = await pool.query<{ data: Buffer }>(
    `select s.data, 0::bigint as place from board_snap s join board_head h on h.board_id = s.board_id and h.snap_seq = s.seq
       where s.board_id = $1
     union all
     select l.data, l.seq from board_log l join board_head h on h.board_id = l.board_id and l.seq > h.snap_seq
       where l.board_id = $1
     order by place`,
    [boardId],
  );
  const doc = new Y.Doc();
  for (const { data } of rows) Y.applyUpdate(doc, data);
  return doc;
}
