import type { WorkshopSummary } from '@/lib/api/contracts';
import type { WorkshopDetails } from '@/lib/domain/workshop/workshop-details';
import { prisma } from './client';
import { insertLink } from './join-links';
import { notifyAccessChanged, notifyWorkshopChanged } from './notify';
import { startClosingRound } from './rounds';
import { inTransaction } from './transaction';

export type NewWorkshop = WorkshopDetails & { ownerId: string; templateVersionId: string; layoutVersion: number };

/** [W3] A workshop with its board and both links, or nothing. */
export async function insertWorkshop(workshop: NewWorkshop): Promise<{ workshopId: string; boardId: string }> {
  return inTransaction(async (tx) => {
    const { id: workshopId } = await tx.workshop.create({ data: workshop });
    const { id: boardId } = await tx.board.create({ data: { workshopId } });
    await tx.boardHead.create({ data: { boardId, seq: 0n } });
    const now = new Date();
    await insertLink(tx, workshopId, 'participant', now);
    await insertLink(tx, workshopId, 'observer', now);
    return { workshopId, boardId };
  });
}

/** The facilitator's own, newest first. */
export async function listWorkshops(ownerId: string): Promise<WorkshopSummary[]> {
  const rows = await prisma().workshop.findMany({
    where: { ownerId },
    orderBy: { createdAt: 'desc' },
    include: {
      _count: { select: { participants: { where: { removedAt: null } } } },
      rounds: { where: { closedAt: null, closesAt: null }, select: { id: true } },
    },
  });
  return rows.map(({ id, title, createdAt, closedAt, _count, rounds }) => ({
    id,
    title,
    createdAt: createdAt.toISOString(),
    closedAt: closedAt?.toISOString() ?? null,
    participants: _count.participants,
    roundOpen: rounds.length > 0,
  }));
}

export async function updateWorkshop(id: string, change: Partial<WorkshopDetails>): Promise<void> {
  await inTransaction(async (tx) => {
    await tx.workshop.update({ where: { id }, data: change });
    await notifyWorkshopChanged(tx, id);
  });
}

/** [W4] Closes it for good, and a round that is open in the normal way; doing it twice changes nothing. */
export async function closeWorkshop(id: string): Promise<{ closingRoundId: string | null }> {
  return inTransaction(async (tx) => {
    const { count } = await tx.workshop.updateMany({ where: { id, closedAt: null }, data: { closedAt: new Date() } });
    if (count === 0) return { closingRoundId: null };
    const open = await tx.round.findFirst({ where: { workshopId: id, closedAt: null }, select: { id: true } });
    if (open) await startClosingRound(tx, open.id);
    await notifyWorkshopChanged(tx, id);
    await notifyAccessChanged(tx, { reason: 'workshop-closed', workshopId: id });
    return { closingRoundId: open?.id ?? null };
  });
}

export type WorkshopRow = { templateVersionId: string; closedAt: Date | null; perspectives: string[] };

/** Of a workshop somebody has been let into, so it exists. */
export function findWorkshop(id: string): Promise<WorkshopRow> {
  return prisma().workshop.findUniqueOrThrow({
    where: { id },
    select: { templateVersionId: true, closedAt: true, perspectives: true },
  });
}
