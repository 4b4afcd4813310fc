import { once } from 'node:events';
import * as decoding from 'lib0/decoding';
import { expect, it } from 'vitest';
import type { WebSocket } from 'ws';
import * as Y from 'yjs';
import { recordsOf, writeRecordChange } from '@/lib/collab/workshop-doc';
import { compactBoard } from '@/server/sync/compaction/compact-board';
import { connect, rawSocket, type SyncHarness, synced } from '@/tests/support/sync-harness';
import { addNote, addNotes, syncSuite } from '@/tests/support/sync-suite';
import { until } from '@/tests/support/until';

const suite = syncSuite();

/** A reader without a provider: what it receives is applied to `doc`, and counted. */
async function reader(harness: SyncHarness, who: string) {
  const socket = rawSocket(harness.port, suite.board.boardId, who);
  const doc = new Y.Doc();
  const seen = { updates: 0, cursors: 0, isSynced: false, code: 0 };
  socket.on('close', (code) => {
    seen.code = code;
  });
  socket.on('message', (message: Buffer) => {
    const decoder = decoding.createDecoder(message);
    const type = decoding.readVarUint(decoder);
    if (type === 1) seen.cursors += 1;
    if (type !== 0) return;
    const kind = decoding.readVarUint(decoder);
    if (kind === 0) return;
    if (kind === 1) seen.isSynced = true;
    seen.updates += 1;
    Y.applyUpdate(doc, decoding.readVarUint8Array(decoder));
  });
  await once(socket, 'open');
  socket.send(Buffer.from([0, 0, 1, 0]));
  await until(() => seen.isSynced, 'synced');
  return { socket, doc, seen };
}

/** The connection's own socket, which holds on to what it received. */
const stopReading = (socket: WebSocket) => socket.pause();

it('[S7] a reader that stops loses cursors, then waits, and has everything when it goes on; nobody else notices', async () => {
  // The operating system takes a few hundred KB per socket before anything is unsent, so the test writes megabytes.
  const limits = {
    skipCursorsBytes: 20_000,
    behindBytes: 100_000,
    framesPerSecond: 100_000,
    bytesPerSecond: 50_000_000,
  };
  const harness = await suite.start({ limits });
  const anna = await suite.join('participant:anna', { harness });
  const bram = await suite.join('participant:bram', { harness });
  const slow = await reader(harness, 'observer:traag');
  stopReading(slow.socket);
  const before = slow.seen.updates;
  const key = addNote(anna.doc);
  for (let round = 0; round < 60; round++) {
    addNotes(anna.doc, 100, `${round}`.padEnd(1_000, 'x'));
    anna.provider.awareness.setLocalStateField('cursor', { x: round, trail: 'y'.repeat(2_000) });
    await until(() => recordsOf(bram.doc).size === recordsOf(anna.doc).size, 'bram keeps up');
  }
  writeRecordChange(anna.doc, key, { x: 4_321 });
  await until(() => recordsOf(bram.doc).get(key)?.get('x') === 4_321, 'bram keeps up');
  slow.socket.resume();
  await until(() => recordsOf(slow.doc).get(key)?.get('x') === 4_321, 'the slow reader has the last');
  expect(recordsOf(slow.doc).size).toBe(6_001);
  const commits = await suite.seq();
  expect(slow.seen.updates - before).toBeLessThan(commits);
  expect(slow.seen.cursors).toBeGreaterThan(0);
  expect(slow.seen.cursors).toBeLessThan(60);
  expect(slow.seen.code).toBe(0);
  expect(bram.closed).toEqual([]);
  slow.socket.terminate();
});

it('[S7] who stays behind is closed with 1013', async () => {
  const limits = {
    behindBytes: 50_000,
    behindMs: 300,
    sweepMs: 20,
    framesPerSecond: 100_000,
    bytesPerSecond: 50_000_000,
  };
  const harness = await suite.start({ limits });
  const anna = await suite.join('participant:anna', { harness });
  const slow = await reader(harness, 'observer:traag');
  stopReading(slow.socket);
  for (let at = 0; at < 9_000 && harness.sync.stats().connections === 2; at++) {
    addNote(anna.doc, 'x'.repeat(1_000));
    if (at % 50 === 0) await new Promise((resolve) => setImmediate(resolve));
  }
  await until(() => harness.sync.stats().connections === 1, 'the slow one is out');
  slow.socket.resume();
  await until(() => slow.seen.code > 0, 'it is told');
  expect([1013, 1006]).toContain(slow.seen.code);
  expect(anna.closed).toEqual([]);
}, 30_000);

it('[S7.1] a large board goes in fragments, and who writes meanwhile and who joins miss nothing', async () => {
  await suite.storeNotes(2_000, 'x'.repeat(900));
  await compactBoard(suite.database.pool, suite.board.boardId);
  const harness = await suite.start();
  const bram = await suite.join('participant:bram', { harness });
  const { boardId } = suite.board;
  const people = Array.from({ length: 6 }, (_, at) => connect(harness.port, boardId, `participant:p${at}`));
  const writing = setInterval(() => addNote(bram.doc), 5);
  await synced(...people);
  for (const { doc } of people) expect(recordsOf(doc).size).toBeGreaterThanOrEqual(2_000);
  clearInterval(writing);
  await until(() => people.every(({ doc }) => recordsOf(doc).size === recordsOf(bram.doc).size), 'all have everything');
  for (const person of people) person.leave();
}, 60_000);

it('[S7.1] a join that makes no progress ends after its time, one that does goes on', async () => {
  await suite.storeNotes(16_000, 'x'.repeat(900));
  const harness = await suite.start({ limits: { joinStallMs: 1_000, sweepMs: 20 } });
  const join = async (who: string) => {
    const socket = rawSocket(harness.port, suite.board.boardId, who);
    await once(socket, 'open');
    socket.send(Buffer.from([0, 0, 1, 0]));
    return socket;
  };
  const stalled = await join('observer:traag');
  stopReading(stalled);
  await until(() => harness.sync.stats().connections === 1, 'in');
  await until(() => harness.sync.stats().connections === 0, 'the stalled join is given up');
  stalled.terminate();
  const dirk = await join('observer:dirk');
  let received = 0;
  await new Promise<void>((resolve) => {
    dirk.on('message', (message: Buffer) => {
      received += message.length;
      if (message[0] === 0 && message[1] === 1) resolve();
    });
  });
  expect(received).toBeGreaterThan(16_000 * 900);
  dirk.terminate();
}, 60_000);
