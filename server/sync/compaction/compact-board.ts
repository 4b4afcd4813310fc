import type { Pool } from 'pg';
import {
  loadHistory,
  loadPreviousSnapshot,
  loadStoredBoard,
  type StoredRow,
  type StoredSnapshot,
  sha256Of,
  snapshotSha256,
} from '@/lib/db/board-log';
import { swapSnapshot } from '@/lib/db/board-snapshot';
import { compactUpdates } from './compact-updates';

export type CompactionResult = {
  snapshot: StoredSnapshot;
  rows: number;
  quarantined: { seq: number; reason: string }[];
};

/** Compacts a board from its stored rows; null when there is nothing to do, or somebody else has done it. */
export async function compactBoard(pool: Pool, boardId: string): Promise<CompactionResult | null> {
  const stored = await loadStoredBoard(pool, boardId);
  if (!stored) return null;
  const headSnapSeq = stored.snapshot?.seq ?? 0;
  const { base, rows } = await goodBase(pool, boardId, stored);
  const last = rows.at(-1);
  if (!last) return null;
  const updates = [...(base ? [{ seq: 0, data: base.data }] : []), ...rows];
  const { quarantined, ...compacted } = compactUpdates(updates);
  if (quarantined.some(({ seq }) => seq === 0)) throw new Error('the snapshot itself does not apply');
  const parts = { sv: Buffer.from(compacted.sv), ds: Buffer.from(compacted.ds), data: Buffer.from(compacted.data) };
  const snapshot = { seq: last.seq, ...parts, sha256: snapshotSha256(parts) };
  const swap = { boardId, headSnapSeq, baseSeq: base?.seq ?? 0, snapshot, quarantined };
  return (await swapSnapshot(pool, swap)) ? { snapshot, rows: rows.length, quarantined } : null;
}

/** The snapshot to build on and the rows after it, all intact; a damaged row is the loader's to judge, not ours. */
async function goodBase(
  pool: Pool,
  boardId: string,
  { snapshot, rows }: { snapshot: StoredSnapshot | null; rows: StoredRow[] },
): Promise<{ base: StoredSnapshot | null; rows: StoredRow[] }> {
  const isGood = (candidate: StoredSnapshot) => snapshotSha256(candidate).equals(candidate.sha256);
  let base = snapshot;
  let all = rows;
  if (snapshot && !isGood(snapshot)) {
    const previous = await loadPreviousSnapshot(pool, boardId, snapshot.seq);
    base = previous && isGood(previous) ? previous : null;
    all = [...(await loadHistory(pool, boardId, (base?.seq ?? 0) + 1, snapshot.seq)), ...rows];
  }
  const damaged = all.find((row) => !sha256Of(row.data).equals(row.sha256));
  if (damaged) throw new Error(`row ${damaged.seq} is damaged`);
  return { base, rows: all };
}
