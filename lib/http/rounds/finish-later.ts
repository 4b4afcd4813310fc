import { finishRound } from '@/lib/db/finish-round';
import { CLOSING_MS } from '@/lib/domain/voting/round-phase';
import { log } from '@/lib/log';

/** After the closing moment, so that the clock of the database has passed it too. */
const MARGIN_MS = 50;

/** [V5] Makes the result as soon as it can be; should this process die first, the next read of the workshop does it. */
export function finishLater(roundId: string): void {
  const timer = setTimeout(() => {
    finishRound(roundId).catch((error: unknown) => {
      log().warn({ roundId, name: error instanceof Error ? error.name : 'unknown' }, 'result not made yet');
    });
  }, CLOSING_MS + MARGIN_MS);
  timer.unref();
}
