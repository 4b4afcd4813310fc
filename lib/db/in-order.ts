/** Work under one key, first come first served, within this process. */
const tails = new Map<string, Promise<unknown>>();

/** Runs after everything that was given earlier under the same key, whether that went well or not. */
export function inOrder<Value>(key: string, work: () => Promise<Value>): Promise<Value> {
  const before = tails.get(key) ?? Promise.resolve();
  const mine = before.then(work, work);
  const tail = mine
    .catch(() => undefined)
    .then(() => {
      if (tails.get(key) === tail) tails.delete(key);
    });
  tails.set(key, tail);
  return mine;
}
