import { tellCoverage } from '@/lib/db/map/personal-map';
import { log } from '@/lib/log';

/**
 * [MP12] Every push goes to the whole hall and makes it fetch the map, so coverage is told at most this often. Should
 * this process end before, nothing is lost: the count is in the map whenever it is read.
 */
export const COVERAGE_WAIT_MS = 5_000;

const waiting = new Set<string>();

export function tellCoverageLater(workshopId: string): void {
  if (waiting.has(workshopId)) return;
  waiting.add(workshopId);
  const timer = setTimeout(() => {
    waiting.delete(workshopId);
    tellCoverage(workshopId).catch((error: unknown) => {
      log().warn({ workshopId, name: error instanceof Error ? error.name : 'unknown' }, 'coverage not told');
    });
  }, COVERAGE_WAIT_MS);
  timer.unref();
}
