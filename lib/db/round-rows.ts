/** Rows of rounds and ballots as the rules know them: bytes as lower-case hex, JSON through its schema. */
import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { ChainedBallot, Hash } from '@/lib/domain/voting/ballot-chain';
import type { StoredRound } from '@/lib/domain/voting/recount';
import { type RoundRules, RoundRulesSchema } from '@/lib/domain/voting/round-rules';
import type { Ballot, Round } from './generated/client';

const AllocationSchema = z.record(z.string(), z.number());

/** What is kept when a round closes; `tally` is null when ballots and chain did not fit. */
export const RoundOutcomeSchema = z.strictObject({
  entitled: z.int(),
  tally: z.nullable(
    z.strictObject({
      voters: z.int(),
      dots: z.int(),
      items: z.array(z.strictObject({ number: z.string(), dots: z.int(), voters: z.int(), rank: z.int() })),
    }),
  ),
});
export type RoundOutcome = z.infer<typeof RoundOutcomeSchema>;

export const sha256: Hash = (text) => createHash('sha256').update(text).digest('hex');

export function toHex(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('hex');
}

/** Prisma wants bytes of its own. */
export function toBytes(hex: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(Buffer.from(hex, 'hex'));
}

export function readRules(json: unknown): RoundRules {
  return RoundRulesSchema.parse(json);
}

export function toChainedBallot(row: Omit<Ballot, 'roundId' | 'idempotencyKey'>): ChainedBallot {
  return {
    seq: row.seq,
    voterKey: toHex(row.voterKey),
    allocation: AllocationSchema.parse(row.allocation),
    prevHash: toHex(row.prevHash),
    hash: toHex(row.hash),
  };
}

export function toStoredRound(
  round: Pick<Round, 'id' | 'rules' | 'chainStart' | 'chainHead'>,
  ballots: readonly Ballot[],
): StoredRound {
  return {
    id: round.id,
    rules: readRules(round.rules),
    chainStart: toHex(round.chainStart),
    chainHead: toHex(round.chainHead),
    ballots: ballots.map(toChainedBallot),
  };
}
