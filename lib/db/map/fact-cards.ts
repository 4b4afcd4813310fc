import type { FactCardRequest, FactCardView } from '@/lib/api/map-contracts';
import type { EvidenceKind } from '@/lib/domain/evidence/parsed-source';
import { hasRoom } from '@/lib/domain/map/map-bounds';
import { ok, type Result, refuse } from '@/lib/domain/result';
import type { FactCard } from '../generated/client';
import type { Transaction } from '../transaction';
import { changeMap } from './change-map';
import type { MayChange } from './own-points';

type FactRef = { workshopId: string; id: string; mayChange: MayChange };
type FactRefusal = 'unknown-fact' | 'not-yours';

function toView({ id, elementId, kind, text, source, dated, author }: FactCard): FactCardView {
  // Only our own handlers write this column, and they take the three kinds alone.
  return { id, elementId, kind: kind as EvidenceKind, text, source, dated, author };
}

/** [MP6] */
export function insertFact(workshopId: string, author: string, fact: FactCardRequest) {
  return changeMap(workshopId, async (tx): Promise<Result<FactCardView, 'too-many-facts'>> => {
    const live = await tx.factCard.count({ where: { workshopId, removedAt: null } });
    const kept = await tx.factCard.count({ where: { workshopId } });
    if (!hasRoom('facts', { live, kept })) return refuse('too-many-facts');
    return ok(toView(await tx.factCard.create({ data: { ...fact, workshopId, author } })));
  });
}

async function findFact(
  tx: Transaction,
  { workshopId, id, mayChange }: FactRef,
  isRemoved: boolean,
): Promise<Result<FactCard, FactRefusal>> {
  const found = await tx.factCard.findFirst({
    where: { id, workshopId, removedAt: isRemoved ? { not: null } : null },
  });
  if (!found) return refuse('unknown-fact');
  return mayChange(found.author) ? ok(found) : refuse('not-yours');
}

/** [MP2] */
export function updateFact(ref: FactRef, fact: FactCardRequest) {
  return changeMap(ref.workshopId, async (tx): Promise<Result<FactCardView, FactRefusal>> => {
    const found = await findFact(tx, ref, false);
    if (!found.ok) return found;
    return ok(toView(await tx.factCard.update({ where: { id: ref.id }, data: fact })));
  });
}

/** [MP9] */
export function removeFact(ref: FactRef) {
  return changeMap(ref.workshopId, async (tx): Promise<Result<true, FactRefusal>> => {
    const found = await findFact(tx, ref, false);
    if (!found.ok) return found;
    await tx.factCard.update({ where: { id: ref.id }, data: { removedAt: new Date() } });
    return ok(true);
  });
}

/** [MP9] */
export function restoreFact(ref: FactRef) {
  return changeMap(ref.workshopId, async (tx): Promise<Result<FactCardView, FactRefusal | 'too-many-facts'>> => {
    const found = await findFact(tx, ref, true);
    if (!found.ok) return found;
    const live = await tx.factCard.count({ where: { workshopId: ref.workshopId, removedAt: null } });
    if (!hasRoom('facts', { live })) return refuse('too-many-facts');
    return ok(toView(await tx.factCard.update({ where: { id: ref.id }, data: { removedAt: null } })));
  });
}
