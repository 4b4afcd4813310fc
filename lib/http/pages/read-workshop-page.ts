import type { WorkshopState } from '@/lib/api/contracts';
import { authorizeWorkshop, type WorkshopRefusal } from '@/lib/auth/board-access';
import { readState } from '../live/read-state';

export type WorkshopPage = { ok: true; state: WorkshopState } | { ok: false; refusal: WorkshopRefusal };

/** The first state of a workshop's page, so that it shows something before its scripts run. */
export async function readWorkshopPage(
  cookieHeader: string | null | undefined,
  workshopId: string,
): Promise<WorkshopPage> {
  const access = await authorizeWorkshop(cookieHeader, workshopId);
  if (!access.ok) return access;
  const state = await readState(access.viewer, new Date());
  return state ? { ok: true, state: state.state() } : { ok: false, refusal: 'unknown-workshop' };
}
