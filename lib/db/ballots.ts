/**
 * [B1] [B2] [B4] Ballots of one round are written in batches: what arrives while one transaction runs goes into the
 * next. Each transaction holds the lock of the round, and everything a decision rests on is read after it, so
 * whatever races is decided one by one; a hall that votes at once costs a few commits and one connection.
 */
import type pg from 'pg';
import type { ParticipantRole } from '@/lib/domain/people/viewer';
import { type Result, refuse } from '@/lib/domain/result';
import { ballotHash, type ChainedBallot } from '@/lib/domain/voting/ballot-chain';
import type { Allocation } from '@/lib/domain/voting/check-ballot';
import { type BallotDecision, decideBallot } from '@/lib/domain/voting/decide-ballot';
import type { RoundRules } from '@/lib/domain/voting/round-rules';
import { pgPool } from './client';
import { inOrder } from './in-order';
import { CHANNEL } from './notify';
import { inPgTransaction } from './pg-transaction';
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

type DecisionRefusal = Extract<BallotDecision, { ok: false }>['refusal'];
/** The allocation as it counts; `repeated` when this very ballot was here already. */
export type CastOutcome = Result<{ allocation: Allocation; repeated: boolean }, DecisionRefusal | 'unknown-round'>;

type LockedRound = {
  id: string;
  workshopId: string;
  rules: RoundRules;
  closesAt: Date | null;
  closedAt: Date | null;
  voterSecret: Buffer;
  chainHead: string;
  ballotCount: number;
};
type NewBallot = ChainedBallot & { idempotencyKey: string; participantId: string };

async function lockRound(db: pg.PoolClient, id: string): Promise<LockedRound | null> {
  const { rows } = await db.query<{
    workshop_id: string;
    rules: unknown;
    closes_at: Date | null;
    closed_at: Date | null;
    voter_secret: Buffer | null;
    chain_head: Buffer;
    ballot_count: number;
  }>('SELECT * FROM rounds WHERE id = $1 FOR UPDATE', [id]);
  const [row] = rows;
  // A sealed round has no secret any more and takes no ballots.
  if (!row?.voter_secret) return null;
  return {
    id,
    workshopId: row.workshop_id,
    rules: readRules(row.rules),
    closesAt: row.closes_at,
    closedAt: row.closed_at,
    voterSecret: row.voter_secret,
    chainHead: toHex(row.chain_head),
    ballotCount: row.ballot_count,
  };
}

async function readVoters(
  db: pg.PoolClient,
  { workshopId }: LockedRound,
  casts: readonly Cast[],
): Promise<Map<string, ParticipantRole>> {
  const { rows } = await db.query<{ id: string; role: ParticipantRole }>(
    'SELECT id, role FROM participants WHERE id = ANY($1) AND workshop_id = $2 AND removed_at IS NULL',
    [casts.map(({ participantId }) => participantId), workshopId],
  );
  return new Map(rows.map(({ id, role }) => [id, role]));
}

type Sent = { key: string; idempotencyKey: string };
const sentId = ({ key, idempotencyKey }: Sent) => `${key}:${idempotencyKey}`;

async function readEarlier(
  db: pg.PoolClient,
  { id }: LockedRound,
  sent: readonly Sent[],
): Promise<Map<string, Allocation>> {
  const { rows } = await db.query<{ voter_key: Buffer; idempotency_key: string; allocation: Allocation }>(
    `SELECT voter_key, idempotency_key, allocation FROM ballots
     WHERE round_id = $1 AND (voter_key, idempotency_key) IN (SELECT * FROM unnest($2::bytea[], $3::text[]))`,
    [id, sent.map(({ key }) => Buffer.from(key, 'hex')), sent.map(({ idempotencyKey }) => idempotencyKey)],
  );
  return new Map(
    rows.map((row) => [sentId({ key: toHex(row.voter_key), idempotencyKey: row.idempotency_key }), row.allocation]),
  );
}

async function append(db: pg.PoolClient, round: LockedRound, ballots: readonly NewBallot[]): Promise<void> {
  const last = ballots.at(-1);
  if (!last) return;
  const bytes = (hex: string) => Buffer.from(hex, 'hex');
  await db.query(
    `INSERT INTO ballots (round_id, seq, voter_key, allocation, idempotency_key, prev_hash, hash)
     SELECT $1, * FROM unnest($2::int[], $3::bytea[], $4::jsonb[], $5::text[], $6::bytea[], $7::bytea[])`,
    [
      round.id,
      ballots.map(({ seq }) => seq),
      ballots.map((ballot) => bytes(ballot.voterKey)),
      ballots.map(({ allocation }) => JSON.stringify(allocation)),
      ballots.map(({ idempotencyKey }) => idempotencyKey),
      ballots.map(({ prevHash }) => bytes(prevHash)),
      ballots.map(({ hash }) => bytes(hash)),
    ],
  );
  await db.query('UPDATE rounds SET chain_head = $2, ballot_count = $3 WHERE id = $1', [
    round.id,
    bytes(last.hash),
    last.seq,
  ]);
  await db.query(
    `INSERT INTO round_turnout (round_id, participant_id) SELECT DISTINCT $1::uuid, voter FROM unnest($2::uuid[]) AS voter
     ON CONFLICT DO NOTHING`,
    [round.id, ballots.map(({ participantId }) => participantId)],
  );
  await db.query('SELECT pg_notify($1, $2)', [CHANNEL.workshop, JSON.stringify({ workshopId: round.workshopId })]);
}

function chain(
  { ballotCount, chainHead }: LockedRound,
  before: readonly NewBallot[],
  next: Omit<NewBallot, 'seq' | 'prevHash' | 'hash'>,
): NewBallot {
  const last = before.at(-1);
  const link = { ...next, seq: (last?.seq ?? ballotCount) + 1, prevHash: last?.hash ?? chainHead };
  const { seq, voterKey: key, allocation, prevHash } = link;
  return { ...link, hash: ballotHash({ seq, voterKey: key, allocation, prevHash }, sha256) };
}

async function castUnderLock(db: pg.PoolClient, roundId: string, casts: readonly Cast[]): Promise<CastOutcome[]> {
  const round = await lockRound(db, roundId);
  if (!round) return casts.map(() => refuse('unknown-round'));
  const voters = await readVoters(db, round, casts);
  const keys = new Map(casts.map(({ participantId: id }) => [id, voterKey(round.voterSecret, id)]));
  const sent = (cast: Cast): Sent => ({ key: keys.get(cast.participantId) ?? '', idempotencyKey: cast.idempotencyKey });
  const earlier = await readEarlier(db, round, casts.map(sent));
  const accepted: NewBallot[] = [];
  const outcomes = casts.map((cast): CastOutcome => {
    if (cast.workshopId !== round.workshopId) return refuse('unknown-round');
    const id = sentId(sent(cast));
    const { participantId, idempotencyKey, allocation, receivedAt } = cast;
    const voter = voters.get(participantId) ?? null;
    const decision = decideBallot({ round, voter, earlier: earlier.get(id) ?? null, allocation, receivedAt });
    if (!decision.ok || decision.value.repeated) return decision;
    accepted.push(
      chain(round, accepted, {
        participantId,
        idempotencyKey,
        voterKey: sent(cast).key,
        allocation: decision.value.allocation,
      }),
    );
    earlier.set(id, decision.value.allocation);
    return decision;
  });
  await append(db, round, accepted);
  return outcomes;
}

type Waiting = { cast: Cast; resolve: (outcome: CastOutcome) => void; reject: (error: unknown) => void };
const waiting = new Map<string, Waiting[]>();

async function castWaiting(roundId: string): Promise<void> {
  const batch = waiting.get(roundId) ?? [];
  waiting.delete(roundId);
  try {
    const outcomes = await inPgTransaction(pgPool(), (db) =>
      castUnderLock(
        db,
        roundId,
        batch.map(({ cast }) => cast),
      ),
    );
    for (const [index, outcome] of outcomes.entries()) batch[index]?.resolve(outcome);
  } catch (error) {
    for (const { reject } of batch) reject(error);
  }
}

/** The answer is given after the commit. */
export function castBallot(cast: Cast): Promise<CastOutcome> {
  return new Promise((resolve, reject) => {
    const batch = waiting.get(cast.roundId);
    if (batch) batch.push({ cast, resolve, reject });
    else {
      waiting.set(cast.roundId, [{ cast, resolve, reject }]);
      void inOrder(cast.roundId, () => castWaiting(cast.roundId));
    }
  });
}
