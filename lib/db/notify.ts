/**
 * What one part of the process must tell the other goes over PostgreSQL, because routes and the sync server are
 * bundled apart. Called inside the transaction of a command: the message leaves with its commit, or not at all.
 */
import type { AccessChange } from '@/lib/domain/people/access-change';
import type { Prisma } from './generated/client';

export const CHANNEL = { workshop: 'workshop_changed', access: 'access_changed' } as const;

/** Runs one statement: a transaction of Prisma, or Prisma itself. */
export type Statement = Pick<Prisma.TransactionClient, '$executeRaw'>;

export async function notifyWorkshopChanged(db: Statement, workshopId: string): Promise<void> {
  await db.$executeRaw`SELECT pg_notify(${CHANNEL.workshop}, ${JSON.stringify({ workshopId })})`;
}

/** [P12] Whoever holds this access has to be looked at again. */
export async function notifyAccessChanged(db: Statement, change: AccessChange): Promise<void> {
  await db.$executeRaw`SELECT pg_notify(${CHANNEL.access}, ${JSON.stringify(change)})`;
}
