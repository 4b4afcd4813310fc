/**
 * [L7] Guessing codes. Only wrong ones count, and never against a link: whoever could lock a link would have a weapon.
 * Per browser few; per address many, because a whole hall is one address; per installation a ceiling.
 */
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { ok } from '@/lib/domain/result';

export const WRONG_CODES = {
  browser: { points: 10, duration: 3_600 },
  address: { points: 300, duration: 600 },
  installation: { points: 5_000, duration: 600 },
} as const;

export type Guesser = { browser: string; address: string };
type Limits = Record<keyof typeof WRONG_CODES, RateLimiterMemory>;

const shared = globalThis as typeof globalThis & { [key: symbol]: Limits | undefined };
const KEY = Symbol.for('knooppunt.code-tries');

function limits(): Limits {
  shared[KEY] ??= {
    browser: new RateLimiterMemory(WRONG_CODES.browser),
    address: new RateLimiterMemory(WRONG_CODES.address),
    installation: new RateLimiterMemory(WRONG_CODES.installation),
  };
  return shared[KEY];
}

export type TooMany = { ok: false; refusal: 'too-many-codes'; retryAfterSeconds: number };

function tooMany(said: unknown): TooMany {
  if (!(said instanceof RateLimiterRes)) throw said;
  return { ok: false, refusal: 'too-many-codes', retryAfterSeconds: said.msBeforeNext / 1_000 };
}

/** Takes a try before the code is looked up, so that many at once do not slip through. */
export async function takeTry({ browser, address }: Guesser): Promise<ReturnType<typeof ok<true>> | TooMany> {
  const { browser: perBrowser, address: perAddress, installation } = limits();
  // Nothing is remembered of a browser whose address may not try: it can call itself something else each time.
  const spent = [await installation.get('all'), await perAddress.get(address)].find(
    (said) => said?.remainingPoints === 0,
  );
  if (spent) return tooMany(spent);
  try {
    await perBrowser.consume(browser);
    await perAddress.consume(address);
    await installation.consume('all');
    return ok(true);
  } catch (said) {
    return tooMany(said);
  }
}

/** The code was right: the try did not count. */
export async function giveTryBack({ browser, address }: Guesser): Promise<void> {
  const { browser: perBrowser, address: perAddress, installation } = limits();
  await Promise.all([perBrowser.reward(browser), perAddress.reward(address), installation.reward('all')]);
}

/** For tests: as after a start. */
export function forgetTries(): void {
  shared[KEY] = undefined;
}
