/**
 * [W5]-[W8] All open screens of this process. It hangs on globalThis, because Next may bundle routes apart and
 * presence has to be counted in one place.
 */
import { z } from 'zod';
import { closeWithDatabase } from '@/lib/db/client';
import { type Listening, listen } from '@/lib/db/listen';
import { CHANNEL } from '@/lib/db/notify';
import type { Credentials } from '@/lib/db/viewer-facts';
import { AccessChangeSchema } from '@/lib/domain/people/access-change';
import type { Viewer } from '@/lib/domain/people/viewer';
import { CHANGE_WAIT_MS, LiveRoom, PRESENCE_WAIT_MS } from './live-room';
import { Screen } from './screen';

/** [W8] */
export const MAX_SCREENS_PER_BROWSER = 20;
const BEAT_MS = 15_000;
/** Every so many beats everybody's access is looked at again: a session can simply run out. */
const BEATS_PER_CHECK = 4;

const WorkshopChangedSchema = z.object({ workshopId: z.string() });

function parseJson<Schema extends z.ZodType>(schema: Schema, text: string): z.output<Schema> | null {
  try {
    return schema.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}

class LiveHub {
  private readonly rooms = new Map<string, LiveRoom>();
  private listening: Listening | undefined;
  private heart: NodeJS.Timeout | undefined;
  private beats = 0;

  /** A screen that gets every change from now on; null when this browser has too many open. */
  open(workshopId: string, credentials: Credentials, viewer: Viewer): Screen | null {
    this.wake();
    const room = this.rooms.get(workshopId) ?? new LiveRoom(workshopId);
    const screen = new Screen(credentials, viewer, () => this.leave(workshopId, room, screen));
    const sameBrowser = [...room.screens].filter(({ browser }) => browser === screen.browser);
    if (sameBrowser.length >= MAX_SCREENS_PER_BROWSER) return null;
    this.rooms.set(workshopId, room);
    room.screens.add(screen);
    room.welcome(screen);
    room.refreshWithin(PRESENCE_WAIT_MS);
    return screen;
  }

  /** Keys of the people with a screen open. */
  here(workshopId: string): Set<string> {
    return this.rooms.get(workshopId)?.here() ?? new Set();
  }

  /** Ends every screen and stops listening. */
  async stop(): Promise<void> {
    clearInterval(this.heart);
    this.heart = undefined;
    for (const room of this.rooms.values()) room.stop();
    this.rooms.clear();
    const { listening } = this;
    this.listening = undefined;
    await listening?.stop();
  }

  private leave(workshopId: string, room: LiveRoom, screen: Screen): void {
    room.screens.delete(screen);
    if (room.screens.size > 0) room.refreshWithin(PRESENCE_WAIT_MS);
    else if (this.rooms.get(workshopId) === room) this.rooms.delete(workshopId);
  }

  private wake(): void {
    if (!this.listening) closeWithDatabase(() => this.stop());
    this.listening ??= listen({
      channels: Object.values(CHANNEL),
      onMessage: (channel, payload) => this.hear(channel, payload),
      onConnected: () => this.refreshAll(),
    });
    if (this.heart) return;
    this.heart = setInterval(() => this.beat(), BEAT_MS);
    this.heart.unref();
  }

  private hear(channel: string, payload: string): void {
    if (channel === CHANNEL.workshop) {
      const change = parseJson(WorkshopChangedSchema, payload);
      if (change) this.rooms.get(change.workshopId)?.refreshWithin(CHANGE_WAIT_MS);
      return;
    }
    const change = parseJson(AccessChangeSchema, payload);
    if (!change) return;
    for (const [workshopId, room] of this.rooms) {
      if (change.workshopId === undefined || change.workshopId === workshopId) room.accessChanged(change);
    }
  }

  private refreshAll(): void {
    for (const room of this.rooms.values()) room.refreshWithin(CHANGE_WAIT_MS);
  }

  private beat(): void {
    this.beats += 1;
    for (const room of this.rooms.values()) {
      for (const screen of room.screens) screen.beat();
      if (this.beats % BEATS_PER_CHECK === 0) room.refreshWithin(CHANGE_WAIT_MS);
    }
  }
}

const shared = globalThis as typeof globalThis & { [key: symbol]: LiveHub | undefined };
const KEY = Symbol.for('knooppunt.live-hub');

export function liveHub(): LiveHub {
  shared[KEY] ??= new LiveHub();
  return shared[KEY];
}
