import { prisma } from './client';

/** The board of a workshop; there is one so far. */
export async function findBoardId(workshopId: string): Promise<string> {
  const { id } = await prisma().board.findFirstOrThrow({
    where: { workshopId },
    orderBy: { createdAt: 'asc' },
    select: { id: true },
  });
  return id;
}
