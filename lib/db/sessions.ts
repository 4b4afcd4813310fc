import { prisma } from './client';
import { notifyAccessChanged } from './notify';
import { inTransaction, type Transaction } from './transaction';
import type { Credentials } from './viewer-facts';

export type SignedInUser = { userId: string; name: string };

export async function findUser({ sessionHash }: Credentials): Promise<SignedInUser | null> {
  if (!sessionHash) return null;
  const session = await prisma().session.findFirst({
    where: { sessionToken: sessionHash, expires: { gt: new Date() } },
    select: { user: { select: { id: true, name: true } } },
  });
  return session && { userId: session.user.id, name: session.user.name ?? '' };
}

async function deleteSession(tx: Transaction, sessionHash: string): Promise<void> {
  const { count } = await tx.session.deleteMany({ where: { sessionToken: sessionHash } });
  if (count > 0) await notifyAccessChanged(tx, { reason: 'signed-out', sessionId: sessionHash });
}

async function deleteDevice(tx: Transaction, deviceHash: Buffer): Promise<void> {
  const where = { tokenHash: Uint8Array.from(deviceHash) };
  const device = await tx.device.findUnique({ where, select: { id: true } });
  const { count } = await tx.device.deleteMany({ where });
  if (device && count > 0) await notifyAccessChanged(tx, { reason: 'signed-out', deviceId: device.id });
}

/** Ends the session of this browser; the same user elsewhere stays signed in. */
export async function endSession({ sessionHash }: Pick<Credentials, 'sessionHash'>): Promise<void> {
  if (sessionHash) await inTransaction((tx) => deleteSession(tx, sessionHash));
}

/** [P9] Ends the session of this browser and forgets who it was in every workshop. */
export async function endAccess({ sessionHash, deviceHash }: Credentials): Promise<void> {
  await inTransaction(async (tx) => {
    if (sessionHash) await deleteSession(tx, sessionHash);
    if (deviceHash) await deleteDevice(tx, deviceHash);
  });
}
