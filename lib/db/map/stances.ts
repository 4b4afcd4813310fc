import type { StanceRequest, StanceView } from '@/lib/api/map-contracts';
import { ok, type Result } from '@/lib/domain/result';
import { changeMap } from './change-map';

/** `persons`: the keys of whoever asks; the first is today's. */
type StanceRef = { workshopId: string; persons: readonly [string, ...string[]]; elementId: string };

/** [MP5] One per person and element: again replaces it. */
export function putStance({ workshopId, persons, elementId }: StanceRef, { pole, level }: StanceRequest) {
  return changeMap(workshopId, async (tx): Promise<Result<StanceView, never>> => {
    const [person, ...before] = persons;
    await tx.stance.deleteMany({ where: { workshopId, elementId, person: { in: before } } });
    await tx.stance.upsert({
      where: { workshopId_person_elementId: { workshopId, person, elementId } },
      update: { pole, level, at: new Date() },
      create: { workshopId, person, elementId, pole, level },
    });
    return ok({ person, elementId, pole, level });
  });
}

/** Taking away what is not there changes nothing. */
export function removeStance({ workshopId, persons, elementId }: StanceRef) {
  return changeMap(workshopId, async (tx): Promise<Result<true, never>> => {
    await tx.stance.deleteMany({ where: { workshopId, elementId, person: { in: [...persons] } } });
    return ok(true);
  });
}
