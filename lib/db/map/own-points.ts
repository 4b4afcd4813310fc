import type { OwnPointRequest, OwnPointView } from '@/lib/api/map-contracts';
import { hasRoom } from '@/lib/domain/map/map-bounds';
import { ok, type Result, refuse } from '@/lib/domain/result';
import { prisma } from '../client';
import type { OwnPoint } from '../generated/client';
import type { Transaction } from '../transaction';
import { changeMap } from './change-map';

/** Whether whoever asks may change what this author made. */
export type MayChange = (author: string) => boolean;
type OwnPointRef = { workshopId: string; id: string; mayChange: MayChange };

function toView({ id, number, label, explanation, concerns, author }: OwnPoint): OwnPointView {
  return { id, number: `E${number}`, label, explanation, concerns, author };
}

async function isFull(tx: Transaction, workshopId: string): Promise<boolean> {
  const live = await tx.ownPoint.count({ where: { workshopId, removedAt: null } });
  return !hasRoom('own-points', { live, kept: await tx.ownPoint.count({ where: { workshopId } }) });
}

async function nextNumber(tx: Transaction, workshopId: string): Promise<number> {
  const { _max } = await tx.ownPoint.aggregate({ where: { workshopId }, _max: { number: true } });
  return (_max.number ?? 0) + 1;
}

/** [MP8] Takes the next number; a number that was removed is never given again. */
export function insertOwnPoint(workshopId: string, author: string, point: OwnPointRequest) {
  return changeMap(workshopId, async (tx): Promise<Result<OwnPointView, 'too-many-own-points'>> => {
    if (await isFull(tx, workshopId)) return refuse('too-many-own-points');
    const number = await nextNumber(tx, workshopId);
    return ok(toView(await tx.ownPoint.create({ data: { ...point, workshopId, author, number } })));
  });
}

type OwnPointRefusal = 'unknown-own-point' | 'not-yours';

/** Finds it, live or removed, and asks whether it may be changed. */
async function findOwnPoint(
  tx: Transaction,
  { workshopId, id, mayChange }: OwnPointRef,
  isRemoved: boolean,
): Promise<Result<OwnPoint, OwnPointRefusal>> {
  const found = await tx.ownPoint.findFirst({
    where: { id, workshopId, removedAt: isRemoved ? { not: null } : null },
  });
  if (!found) return refuse('unknown-own-point');
  return mayChange(found.author) ? ok(found) : refuse('not-yours');
}

/** [MP2] */
export function updateOwnPoint(ref: OwnPointRef, point: OwnPointRequest) {
  return changeMap(ref.workshopId, async (tx): Promise<Result<OwnPointView, OwnPointRefusal>> => {
    const found = await findOwnPoint(tx, ref, false);
    if (!found.ok) return found;
    return ok(toView(await tx.ownPoint.update({ where: { id: ref.id }, data: point })));
  });
}

/** [MP9] Out of sight; what hangs on it stays, and so does its number. */
export function removeOwnPoint(ref: OwnPointRef) {
  return changeMap(ref.workshopId, async (tx): Promise<Result<true, OwnPointRefusal>> => {
    const found = await findOwnPoint(tx, ref, false);
    if (!found.ok) return found;
    await tx.ownPoint.update({ where: { id: ref.id }, data: { removedAt: new Date() } });
    return ok(true);
  });
}

/** [MP9] Back, as it was. */
export function restoreOwnPoint(ref: OwnPointRef) {
  return changeMap(
    ref.workshopId,
    async (tx): Promise<Result<OwnPointView, OwnPointRefusal | 'too-many-own-points'>> => {
      const found = await findOwnPoint(tx, ref, true);
      if (!found.ok) return found;
      const live = await tx.ownPoint.count({ where: { workshopId: ref.workshopId, removedAt: null } });
      if (!hasRoom('own-points', { live })) return refuse('too-many-own-points');
      return ok(toView(await tx.ownPoint.update({ where: { id: ref.id }, data: { removedAt: null } })));
    },
  );
}

/** Which of these ids are own points of this workshop that have not been removed. */
export async function liveOwnPoints(workshopId: string, ids: readonly string[]): Promise<Set<string>> {
  const rows = await prisma().ownPoint.findMany({
    where: { workshopId, id: { in: [...ids] }, removedAt: null },
    select: { id: true },
  });
  return new Set(rows.map(({ id }) => id));
}

/** id → 'E1 label', of those that have not been removed. */
export async function ownPointLabels(workshopId: string): Promise<Map<string, string>> {
  const rows = await prisma().ownPoint.findMany({
    where: { workshopId, removedAt: null },
    select: { id: true, number: true, label: true },
  });
  return new Map(rows.map(({ id, number, label }) => [id, `E${number} ${label}`]));
}
