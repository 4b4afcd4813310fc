import type { SavedLoopView } from '@/lib/api/map-contracts';
import { hasRoom } from '@/lib/domain/map/map-bounds';
import { ok, type Result, refuse } from '@/lib/domain/result';
import type { SavedLoop } from '../generated/client';
import type { Transaction } from '../transaction';
import { changeMap } from './change-map';
import type { MayChange } from './own-points';

type LoopRef = { workshopId: string; id: string; mayChange: MayChange };
type LoopRefusal = 'unknown-loop' | 'not-yours';

function toView({ id, name, elementIds, author }: SavedLoop): SavedLoopView {
  return { id, name, elementIds, author };
}

/** [MP6] */
export function insertLoop(workshopId: string, author: string, loop: { name: string; elementIds: string[] }) {
  return changeMap(workshopId, async (tx): Promise<Result<SavedLoopView, 'too-many-loops'>> => {
    if (!hasRoom('loops', { live: await tx.savedLoop.count({ where: { workshopId } }) }))
      return refuse('too-many-loops');
    return ok(toView(await tx.savedLoop.create({ data: { ...loop, workshopId, author } })));
  });
}

async function findLoop(
  tx: Transaction,
  { workshopId, id, mayChange }: LoopRef,
): Promise<Result<SavedLoop, LoopRefusal>> {
  const found = await tx.savedLoop.findFirst({ where: { id, workshopId } });
  if (!found) return refuse('unknown-loop');
  return mayChange(found.author) ? ok(found) : refuse('not-yours');
}

/** [MP2] */
export function renameLoop(ref: LoopRef, name: string) {
  return changeMap(ref.workshopId, async (tx): Promise<Result<SavedLoopView, LoopRefusal>> => {
    const found = await findLoop(tx, ref);
    if (!found.ok) return found;
    return ok(toView(await tx.savedLoop.update({ where: { id: ref.id }, data: { name } })));
  });
}

/** [MP2] */
export function removeLoop(ref: LoopRef) {
  return changeMap(ref.workshopId, async (tx): Promise<Result<true, LoopRefusal>> => {
    const found = await findLoop(tx, ref);
    if (!found.ok) return found;
    await tx.savedLoop.delete({ where: { id: ref.id } });
    return ok(true);
  });
}
