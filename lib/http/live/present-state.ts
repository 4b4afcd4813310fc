/**
 * [W5] The state document: one part for all, computed once per change, and a few fields per recipient. It is put
 * together as text, because turning the list of people into JSON two hundred times is what would cost.
 */
import type { Me, PersonView, RoundView, WorkshopState } from '@/lib/api/contracts';
import { voterKey } from '@/lib/db/voter-key';
import type { SnapshotRound, WorkshopSnapshot } from '@/lib/db/workshop-snapshot';
import type { Viewer } from '@/lib/domain/people/viewer';
import { roundPhase } from '@/lib/domain/voting/round-phase';

type SharedState = Omit<WorkshopState, 'me' | 'rounds' | 'now'>;
type SharedRound = Omit<RoundView, 'myAllocation'>;

export type PreparedState = { shared: string; rounds: { text: string; round: SnapshotRound }[] };

function presentPeople({ people, owner }: WorkshopSnapshot, here: ReadonlySet<string>): PersonView[] {
  const participants = people.map(
    ({ id, name, perspective, role, userId }): PersonView => ({
      id,
      name,
      perspective,
      role: userId === owner.id ? 'facilitator' : role,
      here: here.has(`p:${id}`),
    }),
  );
  if (people.some(({ userId }) => userId === owner.id)) return participants;
  // A facilitator who does not take part is in the room all the same.
  const facilitator: PersonView = {
    id: owner.id,
    name: owner.name,
    perspective: null,
    role: 'facilitator',
    here: here.has(`u:${owner.id}`),
  };
  return [facilitator, ...participants];
}

/** [B5] Nothing of the result, nor of the chain behind it, before the round is closed. */
function presentRound(round: SnapshotRound): SharedRound {
  const { id, rules, closesAt, closedAt, turnout, outcome } = round;
  return {
    id,
    method: rules.method,
    phase: roundPhase(round),
    budget: rules.budget,
    cap: rules.cap,
    items: rules.items,
    openedAt: round.openedAt.toISOString(),
    closesAt: closesAt?.toISOString() ?? null,
    closedAt: closedAt?.toISOString() ?? null,
    turnout,
    chain: { start: round.chainStart, end: closedAt ? round.chainHead : null },
    result: closedAt ? (outcome?.tally ?? null) : null,
  };
}

/** `here`: keys of people with a screen open. */
export function prepareState(snapshot: WorkshopSnapshot, here: ReadonlySet<string>): PreparedState {
  const { id, boardId, title, purpose, perspectives, template, layoutVersion, mapVersion, closedAt } = snapshot;
  const shared: SharedState = {
    id,
    boardId,
    title,
    purpose,
    perspectives,
    template,
    layoutVersion,
    mapVersion,
    closedAt: closedAt?.toISOString() ?? null,
    people: presentPeople(snapshot, here),
  };
  return {
    shared: JSON.stringify(shared),
    rounds: snapshot.rounds.map((round) => ({ text: JSON.stringify(presentRound(round)), round })),
  };
}

function presentMe(viewer: Viewer): Me {
  const { key, role, name, perspective, participantId, canWrite, canVote } = viewer;
  return { key, role, name, perspective, participantId, canWrite, canVote };
}

function myAllocation({ voterSecret, counted }: SnapshotRound, participantId: string | null): string {
  const mine = voterSecret && participantId ? counted.get(voterKey(voterSecret, participantId)) : undefined;
  return JSON.stringify(mine ?? null);
}

function open(objectText: string): string {
  return objectText.slice(0, -1);
}

/** The JSON of a WorkshopState for one recipient, without its last field `now`: equal text means nothing changed. */
export function stateBody({ shared, rounds }: PreparedState, viewer: Viewer): string {
  const mine = rounds.map(
    ({ text, round }) => `${open(text)},"myAllocation":${myAllocation(round, viewer.participantId)}}`,
  );
  return `${open(shared)},"me":${JSON.stringify(presentMe(viewer))},"rounds":[${mine.join(',')}]`;
}

/** A whole WorkshopState as JSON. */
export function stateText(body: string, now: Date): string {
  return `${body},"now":${JSON.stringify(now.toISOString())}}`;
}
