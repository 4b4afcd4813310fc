/** Sends at even intervals whatever the answers do (an open loop), and waits for conditions. */
import { now } from './stamp';

export type Sender = {
  /** microseconds between two sends */ every: number /** sends one; false when there is nothing left */;
  send: () => boolean;
};

/** Runs all senders for `milliseconds`, their first sends spread over one interval; resolves with the number of sends. */
export function pace(senders: readonly Sender[], milliseconds: number): Promise<number> {
  const start = now();
  const end = start + milliseconds * 1000;
  const due = senders.map((sender, i) => start + (sender.every * i) / senders.length);
  let sent = 0;
  return new Promise((resolve) => {
    const timer = setInterval(() => {
      const moment = now();
      if (moment >= end) {
        clearInterval(timer);
        resolve(sent);
        return;
      }
      senders.forEach((sender, i) => {
        let next = due[i] ?? end;
        while (next <= moment) {
          if (sender.send()) sent += 1;
          next += sender.every;
        }
        due[i] = next;
      });
    }, 1);
  });
}

/** Polls until `done`; false when `milliseconds` have passed before that. */
export function until(done: () => boolean, milliseconds: number): Promise<boolean> {
  const end = performance.now() + milliseconds;
  return new Promise((resolve) => {
    const timer = setInterval(() => {
      const finished = done();
      if (!finished && performance.now() < end) return;
      clearInterval(timer);
      resolve(finished);
    }, 5);
  });
}

/** Resolves when `count` has not grown for `quiet` ms, at the latest after `milliseconds`. */
export async function untilQuiet(count: () => number, quiet: number, milliseconds: number): Promise<void> {
  let last = count();
  let since = performance.now();
  await until(() => {
    if (count() !== last) {
      last = count();
      since = performance.now();
    }
    return performance.now() - since >= quiet;
  }, milliseconds);
}
