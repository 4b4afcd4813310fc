import type { ApiAnswer } from '@/lib/api/call-api';
import type { WorkshopMap } from '@/lib/api/map-contracts';

const RETRY_MS = [2_000, 4_000, 8_000, 15_000];

type Follower = {
  ask: () => Promise<ApiAnswer<WorkshopMap>>;
  onMap: (map: WorkshopMap) => void;
  onProblem: (sentence: string | null) => void;
  /** milliseconds to wait before asking for a change of somebody else */
  wait: () => number;
};

/**
 * Asks for the map until it is as new as wanted. One question at a time, and what is asked meanwhile waits for the answer:
 * a group that keeps changing things would otherwise keep everybody from ever getting one.
 */
export function followMap({ ask, onMap, onProblem, wait }: Follower) {
  let have = -1;
  let wanted = 0;
  let tries = 0;
  let isAsking = false;
  let isOver = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const plan = (afterMs: number): void => {
    clearTimeout(timer);
    if (!isOver && !isAsking) timer = setTimeout(() => void run(), afterMs);
  };
  const take = (map: WorkshopMap): void => {
    if (map.version >= have) {
      have = map.version;
      onMap(map);
    }
    tries = 0;
    onProblem(null);
    if (have < wanted) plan(wait() + 50);
  };
  const run = async (): Promise<void> => {
    isAsking = true;
    const answer = await ask();
    isAsking = false;
    if (isOver) return;
    if (answer.ok) return take(answer.value);
    onProblem(answer.message);
    plan(RETRY_MS[Math.min(tries, RETRY_MS.length - 1)] ?? 0);
    tries += 1;
  };
  return {
    /** the version the server told of */
    want: (version: number): void => {
      if (version <= wanted && have >= 0) return;
      wanted = version;
      if (have < wanted) plan(have < 0 ? 0 : wait());
    },
    /** asks at once: after a change of one's own, or because somebody pressed 'again' */
    refresh: (): void => {
      wanted = Math.max(wanted, have + 1);
      plan(0);
    },
    stop: (): void => {
      isOver = true;
      clearTimeout(timer);
    },
  };
}
