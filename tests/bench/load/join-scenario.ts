/** Joins of a written board, one and many at once: from opening the socket until everything is here. */
import type { Figures, RunOrder, Scenario } from '../bench-types';
import { BoardClient, leaveAll, lostConnections } from './board-client';
import { boardOfNotes, type Seed } from './content';
import type { CheckIn } from './generator';
import { seedBoard } from './seed-board';
import { eachStamp } from './stamp';

type JoinScenario = Extract<Scenario, { kind: 'join' }>;
const SINGLE_JOINS = 3;
const prepared = new Map<number, Seed>();

function seedOf(records: number): Seed {
  const seed = prepared.get(records) ?? boardOfNotes(records);
  prepared.set(records, seed);
  return seed;
}

type TimedJoin = { client: BoardClient; milliseconds: number; frames: Buffer[] };

/** Keeps the frames as they come; they are counted after the clock has stopped. */
async function timedJoin(order: RunOrder): Promise<TimedJoin> {
  const frames: Buffer[] = [];
  let joined = false;
  const start = performance.now();
  const client = new BoardClient({
    target: order.target,
    room: order.rooms[0] ?? '',
    listener: (bytes, from, to, { owned }) => {
      const part = bytes.subarray(from, to);
      if (!joined) frames.push(owned ? part : Buffer.from(part));
    },
  });
  await client.join();
  joined = true;
  return { client, milliseconds: performance.now() - start, frames };
}

/** A record may lie across two fragments, so they are counted joined. */
function recordsIn(frames: readonly Buffer[]): number {
  const all = Buffer.concat(frames);
  let count = 0;
  eachStamp(all, 0, all.length, () => {
    count += 1;
  });
  return count;
}

function median(values: number[]): number {
  return values.sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

function problemsOf(joins: readonly TimedJoin[], records: number): string[] {
  const incomplete = joins.filter((join) => recordsIn(join.frames) < records).length;
  if (incomplete === 0) return [];
  return [`${incomplete} of ${joins.length} joins were told "synced" without all ${records} records`];
}

export async function runJoins(
  order: RunOrder,
  scenario: JoinScenario,
  checkIn: CheckIn,
): Promise<{ figures: Figures; problems: string[] }> {
  const seed = seedOf(scenario.records);
  await checkIn('connected');
  const reader = await seedBoard(order.target, order.rooms[0] ?? '', seed, false);
  const singles: TimedJoin[] = [];
  let many: TimedJoin[] = [];
  try {
    await checkIn('seeded');
    for (let i = 0; i < SINGLE_JOINS; i += 1) {
      const join = await timedJoin(order);
      join.client.close();
      singles.push(join);
    }
    const problems = problemsOf(singles.slice(0, 1), scenario.records);
    await checkIn('start');
    const start = performance.now();
    many = await Promise.all(Array.from({ length: scenario.atOnce }, () => timedJoin(order)));
    const all = performance.now() - start;
    await checkIn('end');
    await checkIn('held');
    problems.push(...problemsOf(many, scenario.records), ...lostConnections(many.map((join) => join.client)));
    const megabytes = (many[0]?.frames.reduce((sum, frame) => sum + frame.length, 0) ?? 0) / 1e6;
    return {
      figures: {
        one: median(singles.map((join) => join.milliseconds)),
        p50: median(many.map((join) => join.milliseconds)),
        all,
        megabytes,
      },
      problems,
    };
  } finally {
    await leaveAll([...many.map((join) => join.client), reader]);
  }
}
