import type { IncomingMessage } from 'node:http';

/** Who is behind a connection; comes from the session, never from the client. */
export type SyncActor = {
  /** 'p:<participant id>' or 'u:<user id>'; also the author of what is stored */
  key: `p:${string}` | `u:${string}`;
  name: string;
  role: 'facilitator' | 'participant' | 'observer';
  workshopId: string;
  participantId?: string | undefined;
  deviceId?: string | undefined;
  userId?: string | undefined;
  sessionId?: string | undefined;
  canWrite: boolean;
  /** when the session ends by itself; the socket is closed then */
  expiresAt?: Date | undefined;
};

export type UpgradeRefusal = 'signed-out' | 'forbidden' | 'unknown-board' | 'bad-origin';

export type Authorize = (
  request: IncomingMessage,
  boardId: string,
) => Promise<{ ok: true; actor: SyncActor } | { ok: false; refusal: UpgradeRefusal }>;

/** Who lost a right: every field that is given has to match. */
export type DisconnectFilter = {
  workshopId?: string | undefined;
  participantId?: string | undefined;
  deviceId?: string | undefined;
  userId?: string | undefined;
  sessionId?: string | undefined;
  boardId?: string | undefined;
};

/** One text per person, the same before and after a facilitator takes part, which changes the key. */
export function personOf({ key, userId }: SyncActor): string {
  return userId === undefined ? key : `u:${userId}`;
}

/** An empty filter matches nobody. */
export function matches(filter: DisconnectFilter, boardId: string, actor: SyncActor): boolean {
  const facts = { ...actor, boardId };
  const wanted = Object.entries(filter).filter(([, value]) => value !== undefined);
  return wanted.length > 0 && wanted.every(([name, value]) => facts[name as keyof DisconnectFilter] === value);
}
