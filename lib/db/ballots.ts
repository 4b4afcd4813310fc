/**
 * [B1] [B2] [B4] One ballot, one transaction, under the lock of its round. What the round is, whether the voter may
 * vote and whether this was sent before are all read after the lock, so whatever races is decided one by one.
 */
import type pg from 'pg';
import type { ParticipantRole } from '@/lib/domain/people/viewer';
import { ok, type Result, refuse } from '@/lib/domain/result';
import { ballotHash } from '@/lib/domain/voting/ballot-chain';
import { type Allocation, type BallotRefusal, checkBallot } from '@/lib/domain/voting/check-ballot';
import { acceptsBallot } from '@/lib/domain/voting/round-phase';
import { pgPool } from './client';
import { inOrder } from './in-order';
import { CHANNEL } from './notify';
import { readRules, sha256, toHex } from './round-rows';
import { voterKey } from './voter-key';

export type Cast = {
  workshopId: string;
  roundId: string;
  participantId: string;
  allocation: Readonly<Record<string, unknown>>;
  idempotencyKey: string;
  /** by the clock of the database */
  receivedAt: Date;
};

export type CastRefusal = BallotRefusal | 'unknown-round' | 'round-closed' | 'observer-cannot-vote' | 'forbidden';
/** The allocation as it counts; `repeated` when this very ballot was here already. */
export type CastOutcome = Result<{ allocation: Allocation; repeated: boolean }, CastRefusal>;

type RoundRow = {
  rules: unknown;
  closes_at: Date | null;
  closed_at: Date | null;
  voter_secret: Buffer | null;
  chain_head: Buffer;
  ballot_count: number;
};
type VoterRow = { role: ParticipantRole };

async function readVoter(db: pg.PoolClient, cast: Cast): Promise<Result<true, CastRefusal>> {
  const { rows } = await db.query<VoterRow>(
    'SELECT role FROM participants WHERE id = $1 AND workshop_id = $2 AND removed_at IS NULL',
    [cast.participantId, cast.workshopId],
  );
  const [voter] = rows;
  if (!voter) return refuse('forbidden');
  return voter.role === 'participant' ? ok(true) : refuse('observer-cannot-vote');
}

async function readEarlier(db: pg.PoolClient, cast: Cast, key: string): Promise<Allocation | null> {
  const { rows } = await db.query<{ allocation: Allocation }>(
    'SELECT allocation FROM ballots WHERE round_id = $1 AND voter_key = $2 AND idempotency_key = $3',
    [cast.roundId, Buffer.from(key, 'hex'), cast.idempotencyKey],
  );
  return rows[0]?.allocation ?? null;
}

type Accepted = { cast: Cast; round: RoundRow; key: string; allocation: Allocation };

async function append(db: pg.PoolClient, { cast, round, key, allocation }: Accepted): Promise<void> {
  const seq = round.ballot_count + 1;
  const prevHash = toHex(round.chain_head);
  const hash = Buffer.from(ballotHash({ seq, voterKey: key, allocation, prevHash }, sha256), 'hex');
  await db.query(
    `INSERT INTO ballots (round_id, seq, voter_key, allocation, idempotency_key, prev_hash, hash)
     VALUES ($1, $2, $3, $4, $5, $6, $7)`,
    [
      cast.roundId,
      seq,
      Buffer.from(key, 'hex'),
      JSON.stringify(allocation),
      cast.idempotencyKey,
      round.chain_head,
      hash,
    ],
  );
  await db.query('UPDATE rounds SET chain_head = $2, ballot_count = $3 WHERE id = $1', [cast.roundId, hash, seq]);
  await db.query('INSERT INTO round_turnout (round_id, participant_id) VALUES ($1, $2) ON CONFLICT DO NOTHING', [
    cast.roundId,
    cast.participantId,
  ]);
  await db.query('SELECT pg_notify($1, $2)', [CHANNEL.workshop, JSON.stringify({ workshopId: cast.workshopId })]);
}

async function castUnderLock(db: pg.PoolClient, cast: Cast): Promise<CastOutcome> {
  const { rows } = await db.query<RoundRow>(
    `SELECT rules, closes_at, closed_at, voter_secret, chain_head, ballot_count
     FROM rounds WHERE id = $1 AND workshop_id = $2 FOR UPDATE`,
    [cast.roundId, cast.workshopId],
  );
  const [round] = rows;
  if (!round) return refuse('unknown-round');
  const voter = await readVoter(db, cast);
  if (!voter.ok) return voter;
  if (!round.voter_secret) return refuse('round-closed');
  const key = voterKey(round.voter_secret, cast.participantId);
  const earlier = await readEarlier(db, cast, key);
  if (earlier) return ok({ allocation: earlier, repeated: true });
  const inTime = acceptsBallot({ closesAt: round.closes_at, closedAt: round.closed_at }, cast.receivedAt);
  if (!inTime.ok) return inTime;
  const checked = checkBallot(readRules(round.rules), cast.allocation);
  if (!checked.ok) return checked;
  await append(db, { cast, round, key, allocation: checked.value });
  return ok({ allocation: checked.value, repeated: false });
}

async function castInTransaction(cast: Cast): Promise<CastOutcome> {
  const db = await pgPool().connect();
  let broken: Error | undefined;
  try {
    await db.query('BEGIN');
    const outcome = await castUnderLock(db, cast);
    await db.query(outcome.ok ? 'COMMIT' : 'ROLLBACK');
    return outcome;
  } catch (error) {
    broken = error instanceof Error ? error : new Error('unknown');
    await db.query('ROLLBACK').catch(() => undefined);
    throw error;
  } finally {
    db.release(broken);
  }
}

/** The answer is given after the commit. One at a time per round, so that a hall that votes at once holds one connection, not all. */
export function castBallot(cast: Cast): Promise<CastOutcome> {
  return inOrder(cast.roundId, () => castInTransaction(cast));
}
