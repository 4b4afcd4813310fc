/**
 * Reads a board and checks it ([S3], [S4]): every snapshot and row against its SHA-256. What is not what was written
 * ends the board at the last good state, loudly; the rest is set aside, never thrown away.
 */

import type { Pool } from 'pg';
import type { Logger } from 'pino';
import * as Y from 'yjs';
import { loadStoredBoard, quarantineRows, type StoredRow, type StoredSnapshot } from '@/lib/db/board-log';
import { BoardTail } from './board-tail';
import { isIntactRow, lastIntactBase } from './last-intact';
import { UpdateIndex } from './update-index';

export type LoadedRoom = { seq: number; snapshot: StoredSnapshot | null; tail: BoardTail; index: UpdateIndex };

/** Null when there is no such board. */
export async function loadRoom(pool: Pool, boardId: string, log: Logger): Promise<LoadedRoom | null> {
  const stored = await loadStoredBoard(pool, boardId);
  if (!stored) return null;
  const { snapshot, rows, damagedSeq } = await lastIntactBase(pool, boardId, stored);
  if (damagedSeq !== null)
    log.error({ boardId, seq: damagedSeq }, 'the snapshot is damaged: the board is rebuilt from the one before it');
  const index = snapshot ? UpdateIndex.fromSnapshot(snapshot.sv, snapshot.ds) : new UpdateIndex();
  const tail = new BoardTail();
  let bad: { seq: number; reason: string } | null = null;
  for (const row of rows) {
    const reason = takeRow(row, index);
    if (reason) {
      bad = { seq: row.seq, reason };
      break;
    }
    tail.append({ from: row.seq, to: row.seq, data: row.data }, 1);
  }
  if (bad) {
    const moved = await quarantineRows(pool, boardId, bad.seq, bad.reason);
    log.error({ boardId, ...bad, moved }, 'a stored update is damaged: the board continues from the last good state');
  }
  return { seq: stored.seq, snapshot, tail, index };
}

/** What is wrong with the row, or null after it was taken into the index. */
function takeRow(row: StoredRow, index: UpdateIndex): string | null {
  if (!isIntactRow(row)) return 'sha256';
  try {
    const update = Y.decodeUpdate(row.data);
    const examined = index.examine(update);
    if (examined.kind === 'gap') return 'gap';
    if (examined.kind === 'new') index.add(update, examined.tops);
    return null;
  } catch {
    return 'undecodable';
  }
}
