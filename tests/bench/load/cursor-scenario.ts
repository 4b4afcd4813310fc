/** One room in which everybody moves a cursor: the age of what one gets to see. */
import { encode, writeVarString, writeVarUint } from 'lib0/encoding';
import type { Figures, RunOrder, Scenario } from '../bench-types';
import { BoardClient, joinAll, leaveAll, lostConnections } from './board-client';
import type { CheckIn } from './generator';
import { pace, type Sender, untilQuiet } from './pace';
import { Samples } from './samples';
import { eachStamp, now, stampText } from './stamp';

type CursorScenario = Extract<Scenario, { kind: 'cursor' }>;
const QUIET_MS = 400;
const DRAIN_MS = 8_000;

/** An awareness update of one client, as y-protocols writes it. */
function awarenessUpdate(client: number, clock: number, at: number): Uint8Array {
  const state = JSON.stringify({
    user: {
      id: `p:00000000-0000-4000-8000-${String(client).padStart(12, '0')}`,
      name: `Deelnemer ${client}`,
      color: '#3b6ea5',
    },
    cursor: { x: (clock * 37) % 4_000, y: (clock * 53) % 3_000, sent: stampText(client, at) },
  });
  return encode((encoder) => {
    writeVarUint(encoder, 1);
    writeVarUint(encoder, 4_000_000_000 + client);
    writeVarUint(encoder, clock);
    writeVarString(encoder, state);
  });
}

function senderOf(client: BoardClient, number: number, hz: number): Sender {
  let clock = 0;
  const send = (): boolean => {
    clock += 1;
    client.raw.send(client.wire.awareness(awarenessUpdate(number, clock, now())));
    return true;
  };
  return { every: 1_000_000 / hz, send };
}

export async function runCursors(
  order: RunOrder,
  scenario: CursorScenario,
  checkIn: CheckIn,
): Promise<{ figures: Figures; problems: string[] }> {
  await checkIn('connected');
  let seen = 0;
  let samples = new Samples();
  const pairs = new Set<number>();
  const clients = Array.from(
    { length: scenario.clients },
    (_, number) =>
      new BoardClient({
        target: order.target,
        room: order.rooms[0] ?? '',
        listener: (bytes, start, end) =>
          eachStamp(bytes, start, end, (from, at) => {
            if (from === number) return;
            seen += 1;
            samples.add(now() - at);
            pairs.add(number * scenario.clients + from);
          }),
      }),
  );
  try {
    await joinAll(clients);
    const senders = clients.map((client, number) => senderOf(client, number, scenario.hz));
    await pace(senders, order.timing.warmUp);
    await untilQuiet(() => seen, QUIET_MS, DRAIN_MS);
    await checkIn('start');
    seen = 0;
    samples = new Samples();
    pairs.clear();
    const sent = await pace(senders, order.timing.measured);
    await untilQuiet(() => seen, QUIET_MS, DRAIN_MS);
    await checkIn('end');
    await checkIn('held');
    const problems = lostConnections(clients);
    const unseen = scenario.clients * (scenario.clients - 1) - pairs.size;
    if (unseen > 0)
      problems.push(`${unseen} of ${scenario.clients * (scenario.clients - 1)} pairs never saw each other move`);
    const seconds = order.timing.measured / 1000;
    return {
      figures: {
        ...samples.percentiles(),
        perSecond: sent / seconds,
        seenPerClient: seen / scenario.clients / seconds,
      },
      problems,
    };
  } finally {
    await leaveAll(clients);
  }
}
