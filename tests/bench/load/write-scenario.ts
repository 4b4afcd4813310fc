/** Rooms in which some write notes and all receive them: latency from sending to the moment another has it. */
import type { Figures, RunOrder, Scenario } from '../bench-types';
import { BoardClient, joinAll, leaveAll, lostConnections } from './board-client';
import { notesOfWriter } from './content';
import type { CheckIn } from './generator';
import { pace, type Sender, until } from './pace';
import { frameHeaderLength } from './raw-client';
import { Samples } from './samples';
import { eachStamp, now, timePlace, writeTime } from './stamp';

type WriteScenario = Extract<Scenario, { kind: 'write' }>;
const DRAIN_MS = 5_000;

/** Updates are the same for every server and round: made once per room and writer. */
const prepared = new Map<number, Uint8Array[]>();

function updatesOf(writer: number, count: number): Uint8Array[] {
  const known = prepared.get(writer);
  if (known && known.length >= count) return known;
  const made = notesOfWriter(writer, count);
  prepared.set(writer, made);
  return made;
}

class WriteRun {
  readonly clients: BoardClient[] = [];
  readonly senders: Sender[] = [];
  samples = new Samples();
  received = 0;
  private readonly ready: (() => void)[] = [];

  constructor(
    private readonly order: RunOrder,
    private readonly scenario: WriteScenario,
  ) {
    const { measured, warmUp } = order.timing;
    const each = Math.ceil(((measured + warmUp) / 1000) * scenario.hz) + 4;
    for (const [number, room] of order.rooms.entries()) this.addRoom(room, number * scenario.writersPerRoom, each);
  }

  /** Frames need the room's framing, so they are made when the client is. */
  prepareFrames(): void {
    for (const prepare of this.ready.splice(0)) prepare();
  }

  private addRoom(room: string, firstWriter: number, each: number): void {
    for (let i = 0; i < this.scenario.clientsPerRoom; i += 1) {
      const client = new BoardClient({ target: this.order.target, room });
      const writer = i < this.scenario.writersPerRoom ? firstWriter + i : -1;
      // A server's echo to the sender is its acknowledgement, not a delivery.
      client.listener = (bytes, start, end) =>
        eachStamp(bytes, start, end, (from, at) => {
          if (from === writer) return;
          this.received += 1;
          this.samples.add(now() - at);
        });
      this.clients.push(client);
      if (writer >= 0) this.ready.push(() => this.senders.push(this.senderOf(client, writer, each)));
    }
  }

  private senderOf(client: BoardClient, writer: number, each: number): Sender {
    const frames = updatesOf(writer, each).map((update) => ({ frame: client.wire.update(update), update }));
    const places = frames.map(
      ({ frame, update }) => timePlace(update) + frame.length - frameHeaderLength(frame) - update.length,
    );
    let next = 0;
    const send = (): boolean => {
      const item = frames[next];
      const place = places[next];
      if (!item || place === undefined) return false;
      writeTime(item.frame, place, now());
      client.raw.send(item.frame);
      next += 1;
      return true;
    };
    return { every: 1_000_000 / this.scenario.hz, send };
  }
}

async function burst(
  run: WriteRun,
  scenario: WriteScenario,
  milliseconds: number,
): Promise<{ sent: number; missing: number }> {
  run.received = 0;
  run.samples = new Samples();
  const sent = await pace(run.senders, milliseconds);
  const expected = sent * (scenario.clientsPerRoom - 1);
  await until(() => run.received >= expected, DRAIN_MS);
  return { sent, missing: expected - run.received };
}

export async function runWrites(
  order: RunOrder,
  scenario: WriteScenario,
  checkIn: CheckIn,
): Promise<{ figures: Figures; problems: string[] }> {
  await checkIn('connected');
  const run = new WriteRun(order, scenario);
  try {
    await joinAll(run.clients);
    run.prepareFrames();
    await burst(run, scenario, order.timing.warmUp);
    await checkIn('start');
    const { sent, missing } = await burst(run, scenario, order.timing.measured);
    await checkIn('end');
    await checkIn('held');
    const problems = lostConnections(run.clients);
    if (missing > 0)
      problems.push(`${missing} of ${run.received + missing} deliveries did not come within ${DRAIN_MS / 1000} s`);
    return { figures: { ...run.samples.percentiles(), perSecond: (sent * 1000) / order.timing.measured }, problems };
  } finally {
    await leaveAll(run.clients);
  }
}
