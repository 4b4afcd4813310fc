import type { Pool } from 'pg';
import { loadStoredBoard, type StoredSnapshot, snapshotSha256 } from '@/lib/db/board-log';
import { swapSnapshot } from '@/lib/db/board-snapshot';
import { isIntactRow, lastIntactBase } from '../board/last-intact';
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
  const { snapshot: base, rows } = await lastIntactBase(pool, boardId, stored);
  const damaged = rows.find((row) => !isIntactRow(row));
  // The loader's to judge, not ours.
  if (damaged) throw new Error(`row ${damaged.seq} is damaged`);
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
