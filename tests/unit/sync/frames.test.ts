import { expect, it } from 'vitest';
import * as ws from 'ws';
import { awarenessFrame, readIncoming, updateFrame, updatePrefix, wireFragments } from '@/server/sync/wire/frames';

type Receiver = { on(event: 'message', take: (message: Buffer) => void): void; write(bytes: Buffer): void };
// The library exports it; its types do not say so.
const { Receiver } = ws as unknown as {
  Receiver: new (options: { isServer: boolean; maxPayload: number }) => Receiver;
};

/** The messages that the library reads out of the bytes. */
function messagesIn(bytes: Buffer): Buffer[] {
  const receiver = new Receiver({ isServer: false, maxPayload: 0 });
  const messages: Buffer[] = [];
  receiver.on('message', (message) => messages.push(Buffer.from(message)));
  receiver.write(bytes);
  return messages;
}

it('[S8] reads back what it frames, at each length a header can have', () => {
  for (const size of [0, 100, 125, 126, 300, 65_535, 65_536, 70_000]) {
    const update = new Uint8Array(size).fill(7);
    const [message, ...rest] = messagesIn(updateFrame(update));
    expect(rest).toEqual([]);
    expect(readIncoming(message ?? Buffer.alloc(0))).toEqual({ kind: 'update', update, isStep2: false });
  }
});

it('[S7.1] a large update in fragments is one message, of the same bytes', () => {
  const update = Uint8Array.from({ length: 1_000 }, (_, at) => at % 251);
  const fragments = wireFragments(updatePrefix(update.length), update, 300);
  expect(fragments.length).toBeGreaterThan(4);
  const [message] = messagesIn(Buffer.concat(fragments));
  expect(readIncoming(message ?? Buffer.alloc(0))).toEqual({ kind: 'update', update, isStep2: false });
});

it('[S6] reads cursors and what it does not know', () => {
  const payload = new Uint8Array([1, 5, 0, 2, 123, 125]);
  expect(readIncoming(messagesIn(awarenessFrame(payload))[0] ?? Buffer.alloc(0))).toEqual({
    kind: 'awareness',
    payload,
  });
  expect(readIncoming(new Uint8Array([9]))).toBeNull();
  expect(readIncoming(new Uint8Array([0, 7, 0]))).toBeNull();
  expect(readIncoming(new Uint8Array([0, 2, 200]))).toBeNull();
  expect(readIncoming(new Uint8Array())).toBeNull();
});
