/** Puts a new snapshot in the place of the rows it was made of ([S4]). */
import type { Pool, PoolClient } from 'pg';
import type { StoredSnapshot } from './board-log';
import { outliveBreaks } from './pg-transaction';

export type SnapshotSwap = {
  boardId: string;
  /** board_head.snap_seq as it was when the rows were read; somebody else's compaction changes it */
  headSnapSeq: number;
  /** the snapshot this one builds on, kept for one generation; 0 = none */
  baseSeq: number;
  snapshot: StoredSnapshot;
  /** rows that did not apply: they are not in the snapshot, and are set aside */
  quarantined: readonly { seq: number; reason: string }[];
};

/** All or nothing; false when another process has compacted this board meanwhile. */
export async function swapSnapshot(pool: Pool, swap: SnapshotSwap): Promise<boolean> {
  const client = await pool.connect();
  const stopListening = outliveBreaks(client);
  try {
    await client.query('begin');
    await writeSnapshot(client, swap);
    await moveRows(client, swap);
    // The row lock that writers wait for is taken last, so that they wait for this one update only.
    const { rowCount } = await client.query(
      'update board_head set snap_seq = $2 where board_id = $1 and snap_seq = $3 and seq >= $2',
      [swap.boardId, swap.snapshot.seq, swap.headSnapSeq],
    );
    const isOurs = rowCount === 1;
    await client.query(isOurs ? 'commit' : 'rollback');
    client.release();
    return isOurs;
  } catch (error) {
    client.release(true);
    throw error;
  } finally {
    stopListening();
  }
}

async function writeSnapshot(client: PoolClient, { boardId, baseSeq, snapshot }: SnapshotSwap): Promise<void> {
  await client.query('delete from board_snap where board_id = $1 and seq <> $2 and seq <> $3', [
    boardId,
    baseSeq,
    snapshot.seq,
  ]);
  await client.query(
    `insert into board_snap (board_id, seq, sv, ds, sha256, data) values ($1, $2, $3, $4, $5, $6)
     on conflict (board_id, seq) do update set sv = excluded.sv, ds = excluded.ds, sha256 = excluded.sha256, data = excluded.data`,
    [boardId, snapshot.seq, snapshot.sv, snapshot.ds, snapshot.sha256, snapshot.data],
  );
}

async function moveRows(client: PoolClient, { boardId, snapshot, quarantined }: SnapshotSwap): Promise<void> {
  await client.query(
    `with bad as (select * from unnest($3::bigint[], $4::text[]) as b(seq, reason)),
     taken as (delete from board_log where board_id = $1 and seq <= $2 returning board_id, seq, author, at, sha256, data),
     aside as (
       insert into board_quarantine (board_id, seq, reason, data)
       select t.board_id, t.seq, b.reason, t.data from taken t join bad b on b.seq = t.seq
       on conflict (board_id, seq) do nothing)
     insert into board_history (board_id, seq, author, at, sha256, data)
     select board_id, seq, author, at, sha256, data from taken t where not exists (select 1 from bad where bad.seq = t.seq)
     on conflict (board_id, seq) do nothing`,
    [boardId, snapshot.seq, quarantined.map(({ seq }) => seq), quarantined.map(({ reason }) => reason)],
  );
}
