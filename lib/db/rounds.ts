import { randomBytes, randomUUID } from 'node:crypto';
import { ok, type Result, refuse } from '@/lib/domain/result';
import { chainStart } from '@/lib/domain/voting/ballot-chain';
import { CLOSING_MS } from '@/lib/domain/voting/round-phase';
import type { RoundRules } from '@/lib/domain/voting/round-rules';
import { prisma } from './client';
import { notifyWorkshopChanged } from './notify';
import { sha256, toBytes } from './round-rows';
import { inTransaction, isDuplicate, type Transaction } from './transaction';

const SECRET_BYTES = 32;

/** [V3] Opens a round with frozen rules; a unique index allows one open round per workshop, whatever races. */
export async function insertRound(
  workshopId: string,
  rules: RoundRules,
): Promise<Result<{ roundId: string }, 'round-open'>> {
  const roundId = randomUUID();
  const start = toBytes(chainStart(roundId, rules, sha256));
  const voterSecret = Uint8Array.from(randomBytes(SECRET_BYTES));
  try {
    await inTransaction(async (tx) => {
      await tx.round.create({
        data: {
          id: roundId,
          workshopId,
          method: rules.method,
          rules,
          voterSecret,
          chainStart: start,
          chainHead: start,
        },
      });
      await notifyWorkshopChanged(tx, workshopId);
    });
    return ok({ roundId });
  } catch (error) {
    if (isDuplicate(error)) return refuse('round-open');
    throw error;
  }
}

/** [B4] Two seconds from now by the clock of the database; a second press does not move it. */
export async function startClosingRound(tx: Transaction, roundId: string): Promise<void> {
  await tx.$executeRaw`
    UPDATE rounds SET closes_at = clock_timestamp() + make_interval(secs => ${CLOSING_MS / 1_000})
    WHERE id = ${roundId}::uuid AND closes_at IS NULL AND closed_at IS NULL`;
}

/** When a round of this workshop closes; null when there is no such round. */
export async function closeRound(workshopId: string, roundId: string): Promise<{ closesAt: Date | null } | null> {
  return inTransaction(async (tx) => {
    if ((await tx.round.count({ where: { id: roundId, workshopId } })) === 0) return null;
    await startClosingRound(tx, roundId);
    await notifyWorkshopChanged(tx, workshopId);
    return tx.round.findUniqueOrThrow({ where: { id: roundId }, select: { closesAt: true } });
  });
}

/** Rounds that have been pressed to close and have no result yet. */
export function listClosingRounds(workshopId: string): Promise<{ id: string; closesAt: Date | null }[]> {
  return prisma().round.findMany({
    where: { workshopId, closedAt: null, closesAt: { not: null } },
    select: { id: true, closesAt: true },
  });
}
