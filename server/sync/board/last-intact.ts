import type { Pool } from 'pg';
import {
  loadHistory,
  loadPreviousSnapshot,
  type StoredBoard,
  type StoredRow,
  type StoredSnapshot,
  sha256Of,
  snapshotSha256,
} from '@/lib/db/board-log';

export type IntactBase = {
  /** null = from nothing */
  snapshot: StoredSnapshot | null;
  /** what came after it, not looked at yet */
  rows: StoredRow[];
  /** where a damaged snapshot was, if it was */
  damagedSeq: number | null;
};

/** [S4.4] The snapshot, or when it is damaged the one before it with the rows that were set aside since. */
export async function lastIntactBase(
  pool: Pool,
  boardId: string,
  { snapshot, rows }: StoredBoard,
): Promise<IntactBase> {
  if (!snapshot || isIntactSnapshot(snapshot)) return { snapshot, rows, damagedSeq: null };
  const previous = await loadPreviousSnapshot(pool, boardId, snapshot.seq);
  const good = previous && isIntactSnapshot(previous) ? previous : null;
  const between = await loadHistory(pool, boardId, (good?.seq ?? 0) + 1, snapshot.seq);
  return { snapshot: good, rows: [...between, ...rows], damagedSeq: snapshot.seq };
}

/** [S4.3] Whether a row is what was written. */
export function isIntactRow(row: StoredRow): boolean {
  return sha256Of(row.data).equals(row.sha256);
}

function isIntactSnapshot(snapshot: StoredSnapshot): boolean {
  return snapshotSha256(snapshot).equals(snapshot.sha256);
}
