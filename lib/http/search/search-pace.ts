import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';

/** [SR8] Per browser: more than anybody types, less than a script would take. Seconds. */
export const SEARCH_PACE = { points: 100, duration: 10 } as const;

const pace = new RateLimiterMemory(SEARCH_PACE);

/** Seconds to wait; null when one more search may be done now, which it then counts. */
export async function takeSearch(browser: string): Promise<number | null> {
  try {
    await pace.consume(browser);
    return null;
  } catch (said) {
    if (!(said instanceof RateLimiterRes)) throw said;
    return said.msBeforeNext / 1_000;
  }
}
