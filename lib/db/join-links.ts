import { randomUUID } from 'node:crypto';
import { type LinkHashes, type LinkIdentity, linkHashes } from '@/lib/auth/join-token';
import { type LinkState, linkExpiry, linkState } from '@/lib/domain/links/link-state';
import type { ParticipantRole } from '@/lib/domain/people/viewer';
import { prisma } from './client';
import type { JoinLink } from './generated/client';
import { inTransaction, type Transaction } from './transaction';

export type StoredLink = LinkIdentity & {
  role: ParticipantRole;
  createdAt: Date;
  expiresAt: Date;
  revokedAt: Date | null;
};

/** A link somebody brings, with the workshop it leads to. */
export type FoundLink = {
  id: string;
  version: number;
  role: ParticipantRole;
  state: LinkState;
  workshop: { id: string; title: string; purpose: string; perspectives: string[] };
};

export type LinkKey = { tokenHash: Buffer } | { codeHash: Buffer };

const MAX_VERSIONS = 5;

async function isTaken(tx: Transaction, { codeHash }: LinkHashes): Promise<boolean> {
  return (await tx.joinLink.count({ where: { codeHash: Uint8Array.from(codeHash) } })) > 0;
}

/** [L2] A new link; the version goes up until the code is free. The unique index is the last word. */
export async function insertLink(tx: Transaction, workshopId: string, role: ParticipantRole, now: Date): Promise<void> {
  const id = randomUUID();
  for (let version = 1; version <= MAX_VERSIONS; version++) {
    const hashes = linkHashes({ id, version });
    if (await isTaken(tx, hashes)) continue;
    const { tokenHash, codeHash } = hashes;
    await tx.joinLink.create({
      data: {
        id,
        workshopId,
        role,
        version,
        createdAt: now,
        expiresAt: linkExpiry(now),
        tokenHash: Uint8Array.from(tokenHash),
        codeHash: Uint8Array.from(codeHash),
      },
    });
    return;
  }
  throw new Error('no free short code');
}

/** [L6] A new link of this role; the old ones of it are revoked. */
export async function replaceLink(workshopId: string, role: ParticipantRole): Promise<void> {
  const now = new Date();
  await inTransaction(async (tx) => {
    await tx.joinLink.updateMany({ where: { workshopId, role, revokedAt: null }, data: { revokedAt: now } });
    await insertLink(tx, workshopId, role, now);
  });
}

/** Whether there was such a link; revoking twice is fine. */
export async function revokeLink(workshopId: string, id: string): Promise<boolean> {
  const known = await prisma().joinLink.count({ where: { id, workshopId } });
  await prisma().joinLink.updateMany({ where: { id, workshopId, revokedAt: null }, data: { revokedAt: new Date() } });
  return known > 0;
}

/** Newest first. */
export function listLinks(workshopId: string): Promise<StoredLink[]> {
  return prisma().joinLink.findMany({
    where: { workshopId },
    orderBy: [{ createdAt: 'desc' }, { role: 'asc' }],
    select: { id: true, version: true, role: true, createdAt: true, expiresAt: true, revokedAt: true },
  });
}

type LinkRow = JoinLink & { workshop: FoundLink['workshop'] & { closedAt: Date | null } };

function toFound({ id, version, role, expiresAt, revokedAt, workshop }: LinkRow, now: Date): FoundLink {
  const { closedAt, ...shown } = workshop;
  return {
    id,
    version,
    role,
    workshop: shown,
    state: linkState({ revokedAt, expiresAt, workshopClosedAt: closedAt }, now),
  };
}

/** The link this person came in with, when it still lets people in. */
export async function findOpenLinkOf(participantId: string, now = new Date()): Promise<LinkIdentity | null> {
  const row = await prisma().joinLink.findFirst({
    where: {
      participants: { some: { id: participantId } },
      revokedAt: null,
      expiresAt: { gt: now },
      workshop: { closedAt: null },
    },
    select: { id: true, version: true },
  });
  return row;
}

export async function findLink(key: LinkKey, now = new Date()): Promise<FoundLink | null> {
  const where =
    'tokenHash' in key ? { tokenHash: Uint8Array.from(key.tokenHash) } : { codeHash: Uint8Array.from(key.codeHash) };
  const row = await prisma().joinLink.findUnique({
    where,
    include: {
      workshop: { select: { id: true, title: true, purpose: true, perspectives: true, closedAt: true } },
    },
  });
  return row && toFound(row, now);
}
