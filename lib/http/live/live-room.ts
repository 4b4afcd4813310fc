/** The open screens of one workshop. Every change is read once, then cut to size per screen. */
import type { ByeReason } from '@/lib/api/contracts';
import { readViewerFacts } from '@/lib/db/viewers';
import { readWorkshopSnapshot, type WorkshopSnapshot } from '@/lib/db/workshop-snapshot';
import { type AccessChange, concerns } from '@/lib/domain/people/access-change';
import { decideViewer } from '@/lib/domain/people/viewer';
import { roundPhase } from '@/lib/domain/voting/round-phase';
import { log } from '@/lib/log';
import { prepareState, stateBody, stateText } from './present-state';
import type { Screen } from './screen';

/** [W5] A change waits this long before it is read; what happens meanwhile goes along. */
export const CHANGE_WAIT_MS = 100;
/** [W6] Coming and going is less urgent. */
export const PRESENCE_WAIT_MS = 500;
const RETRY_WAIT_MS = 1_000;
/** A full room in a busy moment: at most half of the time goes into telling, the rest is for the commands themselves. */
const MAX_CHANGE_WAIT_MS = 1_000;
/** After the moment a round closes, so that the clock of the database has passed it too. */
const CLOSING_MARGIN_MS = 60;
const MIN_CLOSING_WAIT_MS = 250;

type Reading = 'idle' | 'waiting' | 'reading' | 'reading-again';

type Check = {
  screens: ReadonlySet<Screen>;
  snapshot: WorkshopSnapshot;
  changes: readonly AccessChange[];
  now: Date;
};

function nextLook({ rounds }: WorkshopSnapshot, now: Date): number | null {
  const closing = rounds.find((round) => roundPhase(round) === 'closing')?.closesAt;
  if (!closing) return null;
  return Math.max(MIN_CLOSING_WAIT_MS, closing.getTime() - now.getTime() + CLOSING_MARGIN_MS);
}

export class LiveRoom {
  readonly screens = new Set<Screen>();
  private reading: Reading = 'idle';
  private timer: NodeJS.Timeout | undefined;
  private dueAt = Number.POSITIVE_INFINITY;
  private changes: AccessChange[] = [];
  private readonly newcomers = new Set<Screen>();
  private welcoming = false;

  constructor(private readonly workshopId: string) {}

  /** Asks for a fresh reading within so many milliseconds. */
  refreshWithin(waitMs: number): void {
    if (this.reading === 'reading' || this.reading === 'reading-again') {
      this.reading = 'reading-again';
      return;
    }
    const at = performance.now() + waitMs;
    if (this.reading === 'waiting' && at >= this.dueAt) return;
    clearTimeout(this.timer);
    this.reading = 'waiting';
    this.dueAt = at;
    this.timer = setTimeout(() => void this.refresh(), waitMs);
    this.timer.unref();
  }

  /** Keeps the reason for whoever turns out to have lost access. */
  accessChanged(change: AccessChange): void {
    this.changes.push(change);
    this.refreshWithin(CHANGE_WAIT_MS);
  }

  /** The first state of a screen, at once; when a hall comes back together, one reading serves all who wait. */
  welcome(screen: Screen): void {
    this.newcomers.add(screen);
    if (!this.welcoming) void this.welcomeAll();
  }

  here(): Set<string> {
    return new Set([...this.screens].map(({ viewer }) => viewer.key));
  }

  stop(): void {
    clearTimeout(this.timer);
    for (const screen of [...this.screens]) screen.end();
  }

  private async welcomeAll(): Promise<void> {
    this.welcoming = true;
    while (this.newcomers.size > 0) {
      const screens = [...this.newcomers];
      this.newcomers.clear();
      try {
        const now = new Date();
        const snapshot = await readWorkshopSnapshot(this.workshopId, now);
        if (snapshot) this.send(screens, snapshot, now);
        else this.sayByeTo(screens, []);
      } catch (error) {
        log().warn({ name: error instanceof Error ? error.name : 'unknown' }, 'first state not read');
        // The browser comes back by itself.
        for (const screen of screens) screen.end();
      }
    }
    this.welcoming = false;
  }

  private send(screens: Iterable<Screen>, snapshot: WorkshopSnapshot, now: Date): void {
    const prepared = prepareState(snapshot, this.here());
    for (const screen of screens) {
      const body = stateBody(prepared, screen.viewer);
      if (this.screens.has(screen)) screen.sendState(body, stateText(body, now));
    }
  }

  private async refresh(): Promise<void> {
    this.reading = 'reading';
    this.dueAt = Number.POSITIVE_INFINITY;
    const changes = this.changes.splice(0);
    const start = performance.now();
    let wait = CHANGE_WAIT_MS;
    let next: number | null = null;
    try {
      next = await this.readAndSend(changes);
      wait = Math.min(MAX_CHANGE_WAIT_MS, Math.max(CHANGE_WAIT_MS, performance.now() - start));
    } catch (error) {
      log().warn({ name: error instanceof Error ? error.name : 'unknown' }, 'state not read, trying again');
      this.changes.unshift(...changes);
      this.reading = 'reading-again';
      wait = RETRY_WAIT_MS;
    }
    // The field changes while we wait for the database, which the compiler cannot see.
    const again = (this.reading as Reading) === 'reading-again';
    this.reading = 'idle';
    if (this.screens.size === 0) return;
    if (again) this.refreshWithin(wait);
    if (next !== null) this.refreshWithin(next);
  }

  /** Gives when to look again by itself, in milliseconds: a round that is closing gets its result without a push. */
  private async readAndSend(changes: readonly AccessChange[]): Promise<number | null> {
    const screens = new Set(this.screens);
    if (screens.size === 0) return null;
    const now = new Date();
    const snapshot = await readWorkshopSnapshot(this.workshopId, now);
    if (!snapshot) {
      this.sayByeTo(screens, changes);
      return null;
    }
    await this.checkAccess({ screens, snapshot, changes, now });
    this.send(screens, snapshot, now);
    return nextLook(snapshot, now);
  }

  private async checkAccess({ screens, snapshot, changes, now }: Check): Promise<void> {
    const all = [...screens];
    const factsOf = await readViewerFacts(
      this.workshopId,
      all.map(({ credentials }) => credentials),
      now,
    );
    const workshop = { id: snapshot.id, ownerId: snapshot.owner.id, closed: snapshot.closedAt !== null };
    const lost: Screen[] = [];
    for (const screen of all) {
      const viewer = decideViewer({ workshop, ...factsOf(screen.credentials) });
      if (viewer) screen.viewer = viewer;
      else lost.push(screen);
    }
    this.sayByeTo(lost, changes);
  }

  private sayByeTo(screens: Iterable<Screen>, changes: readonly AccessChange[]): void {
    for (const screen of screens) {
      const reason: ByeReason = changes.find((change) => concerns(change, screen.viewer))?.reason ?? 'gone';
      screen.sayBye(reason);
    }
  }
}
