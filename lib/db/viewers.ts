import type { ViewerFacts } from '@/lib/domain/people/viewer';
import { prisma } from './client';
import { PERSON } from './participants';
import { toHex } from './round-rows';
import type { Credentials } from './viewer-facts';

type Facts = Pick<ViewerFacts, 'session' | 'device'>;
type Device = NonNullable<ViewerFacts['device']>;
type Session = NonNullable<ViewerFacts['session']>;

async function readDevices(workshopId: string, hashes: Buffer[], now: Date): Promise<Map<string, Device>> {
  const rows = await prisma().device.findMany({
    where: { tokenHash: { in: hashes.map((hash) => Uint8Array.from(hash)) }, expiresAt: { gt: now } },
    select: {
      id: true,
      tokenHash: true,
      expiresAt: true,
      participants: {
        where: { workshopId, participant: { removedAt: null } },
        select: { participant: { select: PERSON } },
      },
    },
  });
  return new Map(
    rows.map(({ id, tokenHash, expiresAt, participants }) => [
      toHex(tokenHash),
      { id, expiresAt, participant: participants[0]?.participant ?? null },
    ]),
  );
}

async function readSessions(workshopId: string, hashes: string[], now: Date): Promise<Map<string, Session>> {
  const rows = await prisma().session.findMany({
    where: { sessionToken: { in: hashes }, expires: { gt: now } },
    select: {
      sessionToken: true,
      expires: true,
      user: {
        select: { id: true, name: true, participants: { where: { workshopId, removedAt: null }, select: PERSON } },
      },
    },
  });
  return new Map(
    rows.map(({ sessionToken: id, expires: expiresAt, user }) => [
      id,
      { id, userId: user.id, userName: user.name ?? '', expiresAt, takesPartAs: user.participants[0] ?? null },
    ]),
  );
}

/** The facts about many requests at once, in two queries; what findViewerFacts does for one. */
export async function readViewerFacts(
  workshopId: string,
  all: readonly Credentials[],
  now: Date,
): Promise<(credentials: Credentials) => Facts> {
  const [devices, sessions] = await Promise.all([
    readDevices(
      workshopId,
      all.flatMap(({ deviceHash }) => deviceHash ?? []),
      now,
    ),
    readSessions(
      workshopId,
      all.flatMap(({ sessionHash }) => sessionHash ?? []),
      now,
    ),
  ]);
  return ({ sessionHash, deviceHash }) => ({
    session: (sessionHash && sessions.get(sessionHash)) || null,
    device: (deviceHash && devices.get(toHex(deviceHash))) || null,
  });
}
