import { type Answer, refused } from './answer';

const KEY = Symbol.for('knooppunt.imports');
const shared = globalThis as typeof globalThis & { [key: symbol]: Set<string> | undefined };

/** [IM11] One import at a time per person. On globalThis, because Next bundles every route apart. */
export async function oneAtATime(person: string, run: () => Promise<Answer>): Promise<Answer> {
  shared[KEY] ??= new Set();
  const busy = shared[KEY];
  if (busy.has(person)) return refused('import-busy');
  busy.add(person);
  try {
    return await run();
  } finally {
    busy.delete(person);
  }
}
