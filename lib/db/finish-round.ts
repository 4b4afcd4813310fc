import { randomUUID } from 'node:crypto';
import { recount } from '@/lib/domain/voting/recount';
import { isDue } from '@/lib/domain/voting/round-phase';
import { log } from '@/lib/log';
import { prisma } from './client';
import type { Round } from './generated/client';
import { inOrder } from './in-order';
import { notifyWorkshopChanged } from './notify';
import { type RoundOutcome, sha256, toStoredRound } from './round-rows';
import { listClosingRounds } from './rounds';
import { inTransaction, type Transaction } from './transaction';

/** Ballots this process has received and not yet written, by round. */
const underway = new Map<string, Set<Promise<unknown>>>();

/** [B4] Received before closing counts, also when it is written a moment later: the result waits for it. */
export async function whileReceiving<Value>(roundId: string, work: () => Promise<Value>): Promise<Value> {
  const ours = underway.get(roundId) ?? new Set();
  underway.set(roundId, ours);
  const running = work();
  ours.add(running);
  try {
    return await running;
  } finally {
    ours.delete(running);
    if (ours.size === 0) underway.delete(roundId);
  }
}

async function lockDueRound(tx: Transaction, roundId: string): Promise<Round | null> {
  const [at] = await tx.$queryRaw<
    { now: Date }[]
  >`SELECT clock_timestamp() AS now FROM rounds WHERE id = ${roundId}::uuid FOR UPDATE`;
  const round = at && (await tx.round.findUniqueOrThrow({ where: { id: roundId } }));
  return round && isDue(round, at.now) ? round : null;
}

/** Everybody who may vote, and everybody who did and left since. */
async function countEntitled(tx: Transaction, { id, workshopId }: Round): Promise<number> {
  return tx.participant.count({
    where: { workshopId, role: 'participant', OR: [{ removedAt: null }, { turnout: { some: { roundId: id } } }] },
  });
}

async function finishUnderLock(tx: Transaction, roundId: string): Promise<void> {
  const round = await lockDueRound(tx, roundId);
  if (!round) return;
  const ballots = await tx.ballot.findMany({ where: { roundId } });
  const counted = recount(toStoredRound(round, ballots), sha256);
  if (!counted.ok) log().error({ roundId, incident: randomUUID() }, 'ballots do not fit their chain: no result');
  const outcome: RoundOutcome = { entitled: await countEntitled(tx, round), tally: counted.ok ? counted.value : null };
  await tx.round.update({ where: { id: roundId }, data: { tally: outcome, closedAt: new Date() } });
  await notifyWorkshopChanged(tx, round.workshopId);
}

/** [V5] Makes the result once the closing window has passed; exactly once, whoever asks and how often. */
export async function finishRound(roundId: string): Promise<void> {
  await Promise.allSettled([...(underway.get(roundId) ?? [])]);
  await inOrder(roundId, () => inTransaction((tx) => finishUnderLock(tx, roundId)));
}

/** Heals a round whose process died between closing and counting; called before every read of a workshop. */
export async function finishDueRounds(workshopId: string, now: Date): Promise<void> {
  for (const { id, closesAt } of await listClosingRounds(workshopId)) {
    if (closesAt && closesAt <= now) await finishRound(id);
  }
}

/** "Hertel": the result again, from the ballots alone. */
export async function recountRound(roundId: string): Promise<ReturnType<typeof recount>> {
  const round = await prisma().round.findUniqueOrThrow({ where: { id: roundId }, include: { ballots: true } });
  return recount(toStoredRound(round, round.ballots), sha256);
}
