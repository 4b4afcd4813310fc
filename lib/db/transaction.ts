import { prisma } from './client';
import type { Prisma } from './generated/client';

export type Transaction = Prisma.TransactionClient;

/** When a whole hall arrives at once, waiting a few seconds for a connection is better than an error. */
const PATIENCE_MS = 20_000;

/** All or nothing. */
export function inTransaction<Value>(work: (tx: Transaction) => Promise<Value>): Promise<Value> {
  return prisma().$transaction(work, { maxWait: PATIENCE_MS, timeout: PATIENCE_MS });
}

/** Prisma's code for a broken unique index; not by class, because bundles hold their own copies of it. */
export function isDuplicate(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === 'P2002' || error.code === '23505');
}
