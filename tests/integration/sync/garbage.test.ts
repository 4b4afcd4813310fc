import { once } from 'node:events';
import { expect, it } from 'vitest';
import * as Y from 'yjs';
import { mutated } from '@/tests/support/mutated-update';
import { SeededRandom } from '@/tests/support/seeded-random';
import { rawSocket } from '@/tests/support/sync-harness';
import { addNote, has, syncSuite } from '@/tests/support/sync-suite';
import { until } from '@/tests/support/until';

const suite = syncSuite();
const FRAMES = 10_000;
const FRAMES_PER_SOCKET = 10;
const AT_ONCE = 20;

/** Sends a handful of frames from one socket, and waits until it is closed or has sent them all. */
async function throwAt(port: number, boardId: string, who: string, frames: readonly Uint8Array[]): Promise<number> {
  const socket = rawSocket(port, boardId, who);
  socket.on('error', () => undefined);
  let code = 0;
  socket.on('close', (closed) => {
    code = closed;
  });
  await once(socket, 'open');
  for (const frame of frames) socket.send(frame);
  socket.close();
  if (socket.readyState !== socket.CLOSED) await once(socket, 'close');
  return code;
}

it('[S8] ten thousand garbage frames: each closes its sender at most, and two who work notice nothing', async () => {
  const { boardId } = suite.board;
  const { port } = suite.harness;
  const anna = await suite.join('participant:anna');
  const bram = await suite.join('participant:bram');
  const example = new Y.Doc();
  addNote(example);
  const update = Y.encodeStateAsUpdate(example);
  const valid = [
    Uint8Array.of(0, 2, (update.length & 127) | 128, update.length >> 7, ...update),
    Uint8Array.of(0, 1, (update.length & 127) | 128, update.length >> 7, ...update),
    Uint8Array.of(0, 0, 1, 0),
    Uint8Array.of(1, 6, 1, 5, 0, 2, 123, 125),
    Uint8Array.of(3),
  ];
  const random = new SeededRandom(4_400);
  const codes = new Map<number, number>();
  let left = FRAMES / FRAMES_PER_SOCKET;
  const sender = async () => {
    while (left-- > 0) {
      const frames = Array.from({ length: FRAMES_PER_SOCKET }, () => mutated(random.pick(valid), random));
      const code = await throwAt(port, boardId, 'participant:eve', frames);
      codes.set(code, (codes.get(code) ?? 0) + 1);
      if (left % 100 === 0) addNote(anna.doc);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, sender));
  expect([...codes.keys()].filter((code) => ![1005, 1013, 4400, 4409, 4413].includes(code))).toEqual([]);
  expect(codes.get(4400)).toBeGreaterThan(300);
  const proof = addNote(anna.doc);
  await until(() => has(bram.doc, proof), 'bram sees what anna writes');
  expect([...anna.closed, ...bram.closed]).toEqual([]);
  expect([...bram.doc.share.keys()]).toEqual(['records']);
  const stored = await suite.storedDoc();
  expect(has(stored, proof)).toBe(true);
  expect(suite.harness.logged.filter(({ level }) => Number(level) >= 50)).toEqual([]);
}, 60_000);
