/** Clients that were away a moment come back at once, each with the document it had: until all are synced. */
import * as Y from 'yjs';
import type { Figures, RunOrder, Scenario } from '../bench-types';
import { BoardClient, leaveAll, lostConnections } from './board-client';
import { boardOfWrites, type ReturnSeed } from './content';
import type { CheckIn } from './generator';
import { until, untilQuiet } from './pace';
import { seedBoard } from './seed-board';

type ReturnScenario = Extract<Scenario, { kind: 'return' }>;
const SETTLE_MS = 20_000;
let prepared: ReturnSeed | undefined;

/** What a client with `doc` sends to a server that has `serverState`: all have the same, so it is made once. */
function cachedAnswers(doc: Y.Doc): (serverState: Uint8Array) => Uint8Array {
  const answers = new Map<string, Uint8Array>();
  return (serverState) => {
    const key = Buffer.from(serverState).toString('latin1');
    const answer = answers.get(key) ?? Y.encodeStateAsUpdate(doc, serverState);
    answers.set(key, answer);
    return answer;
  };
}

export async function runReturns(
  order: RunOrder,
  scenario: ReturnScenario,
  checkIn: CheckIn,
): Promise<{ figures: Figures; problems: string[] }> {
  prepared ??= boardOfWrites(scenario.records, scenario.writes);
  const { doc } = prepared;
  await checkIn('connected');
  const room = order.rooms[0] ?? '';
  const reader = await seedBoard(order.target, room, prepared, true);
  const stateVector = Y.encodeStateVector(doc);
  const missingFor = cachedAnswers(doc);
  let answered = 0;
  let bytes = 0;
  const clients = Array.from(
    { length: scenario.clients },
    () =>
      new BoardClient({
        target: order.target,
        room,
        stateVector,
        missingFor: (serverState) => {
          answered += 1;
          return missingFor(serverState);
        },
      }),
  );
  try {
    await checkIn('seeded');
    // The first answer is made before the clock runs: in reality fifty machines make their own.
    missingFor(stateVector);
    await checkIn('start');
    const start = performance.now();
    await Promise.all(clients.map((client) => client.join()));
    const all = performance.now() - start;
    const everybody = await until(() => answered >= scenario.clients, SETTLE_MS);
    await untilQuiet(() => clients.reduce((sum, client) => sum + client.raw.received, 0), 500, SETTLE_MS);
    await checkIn('end');
    await checkIn('held');
    bytes = clients.reduce((sum, client) => sum + client.raw.received, 0);
    const problems = lostConnections(clients);
    if (!everybody) problems.push(`the server asked only ${answered} of ${scenario.clients} clients for what they had`);
    return { figures: { all, kilobytes: bytes / scenario.clients / 1000 }, problems };
  } finally {
    await leaveAll([...clients, reader]);
  }
}
