import type { Allocation } from '@/lib/domain/voting/check-ballot';
import { countedBallots } from '@/lib/domain/voting/recount';
import { isDue } from '@/lib/domain/voting/round-phase';
import type { RoundRules } from '@/lib/domain/voting/round-rules';
import { prisma } from './client';
import { finishRound } from './finish-round';
import type { Participant, Round } from './generated/client';
import { type RoundOutcome, RoundOutcomeSchema, readRules, toChainedBallot, toHex } from './round-rows';

export type SnapshotRound = {
  id: string;
  rules: RoundRules;
  openedAt: Date;
  closesAt: Date | null;
  closedAt: Date | null;
  chainStart: string;
  chainHead: string;
  turnout: { voted: number; entitled: number };
  outcome: RoundOutcome | null;
  voterSecret: Uint8Array | null;
  /** the counted ballot per voter key */
  counted: ReadonlyMap<string, Allocation>;
};

/** Everything any recipient may see of a workshop, read once for all of them. */
export type WorkshopSnapshot = {
  id: string;
  boardId: string;
  title: string;
  purpose: string;
  perspectives: string[];
  template: { slug: string; version: number };
  layoutVersion: number;
  mapVersion: number;
  closedAt: Date | null;
  owner: { id: string; name: string };
  /** those who have not been removed, in order of arrival */
  people: Participant[];
  /** newest first */
  rounds: SnapshotRound[];
};

async function readCounted(roundIds: string[]): Promise<Map<string, Map<string, Allocation>>> {
  const rows = await prisma().ballot.findMany({ where: { roundId: { in: roundIds } } });
  const byRound = new Map<string, Map<string, Allocation>>();
  for (const roundId of roundIds) {
    const ballots = rows.filter((row) => row.roundId === roundId).map(toChainedBallot);
    byRound.set(roundId, new Map(countedBallots(ballots).map(({ voterKey, allocation }) => [voterKey, allocation])));
  }
  return byRound;
}

type RoundParts = {
  people: readonly Participant[];
  voters: readonly string[];
  counted: ReadonlyMap<string, Allocation>;
};

function toSnapshotRound(row: Round, { people, voters, counted }: RoundParts): SnapshotRound {
  const outcome = row.tally === null ? null : RoundOutcomeSchema.parse(row.tally);
  const present = people.filter(({ role }) => role === 'participant').map(({ id }) => id);
  const entitled = outcome?.entitled ?? new Set([...present, ...voters]).size;
  return {
    id: row.id,
    rules: readRules(row.rules),
    openedAt: row.openedAt,
    closesAt: row.closesAt,
    closedAt: row.closedAt,
    chainStart: toHex(row.chainStart),
    chainHead: toHex(row.chainHead),
    turnout: { voted: voters.length, entitled },
    outcome,
    voterSecret: row.voterSecret,
    counted,
  };
}

async function readRounds(workshopId: string, people: readonly Participant[]): Promise<SnapshotRound[]> {
  const rows = await prisma().round.findMany({
    where: { workshopId },
    orderBy: { openedAt: 'desc' },
    include: { turnout: { select: { participantId: true } } },
  });
  const counted =
    rows.length === 0 ? new Map<string, Map<string, Allocation>>() : await readCounted(rows.map(({ id }) => id));
  return rows.map(({ turnout, ...row }) =>
    toSnapshotRound(row, {
      people,
      voters: turnout.map(({ participantId }) => participantId),
      counted: counted.get(row.id) ?? new Map(),
    }),
  );
}

async function readRows(id: string): Promise<WorkshopSnapshot | null> {
  const row = await prisma().workshop.findUnique({
    where: { id },
    include: {
      owner: { select: { id: true, name: true } },
      boards: { orderBy: { createdAt: 'asc' }, take: 1, select: { id: true } },
      templateVersion: { select: { slug: true, version: true } },
      participants: { where: { removedAt: null }, orderBy: { joinedAt: 'asc' } },
    },
  });
  const boardId = row?.boards[0]?.id;
  if (!row || !boardId) return null;
  const {
    title,
    purpose,
    perspectives,
    layoutVersion,
    mapVersion,
    closedAt,
    owner,
    participants: people,
    templateVersion: template,
  } = row;
  const rounds = await readRounds(id, people);
  return {
    id,
    boardId,
    title,
    purpose,
    perspectives,
    template,
    layoutVersion,
    mapVersion,
    closedAt,
    owner: { id: owner.id, name: owner.name ?? '' },
    people,
    rounds,
  };
}

/** Also makes the result of a round that is due, so a process that died in between leaves nothing hanging ([V5]). */
export async function readWorkshopSnapshot(id: string, now: Date): Promise<WorkshopSnapshot | null> {
  const snapshot = await readRows(id);
  const due = snapshot?.rounds.filter((round) => isDue(round, now)) ?? [];
  if (due.length === 0) return snapshot;
  for (const round of due) await finishRound(round.id);
  return readRows(id);
}
