/** Who may open a workshop or its board; decided from the Cookie header alone, afresh on every call. */

import { findViewerFacts, type WorkshopRef } from '@/lib/db/viewer-facts';
import { isUuid } from '@/lib/domain/is-uuid';
import { decideViewer, type Viewer } from '@/lib/domain/people/viewer';
import { readCredentials } from './credentials';

export type AccessRefusal = 'signed-out' | 'forbidden';
export type BoardRefusal = AccessRefusal | 'unknown-board';
export type WorkshopRefusal = AccessRefusal | 'unknown-workshop';

export type BoardAccess = { ok: true; actor: Viewer } | { ok: false; refusal: BoardRefusal };
/** `now` is the clock of the database at this moment. */
export type WorkshopAccess = { ok: true; viewer: Viewer; now: Date } | { ok: false; refusal: WorkshopRefusal };

type Access = { ok: true; viewer: Viewer; now: Date } | { ok: false; refusal: AccessRefusal | 'unknown' };

async function authorize(cookieHeader: string | null | undefined, ref: WorkshopRef): Promise<Access> {
  const credentials = readCredentials(cookieHeader);
  // Without cookies the answer must not tell whether the workshop exists.
  if (!credentials.sessionHash && !credentials.deviceHash) return { ok: false, refusal: 'signed-out' };
  if (!isUuid('workshopId' in ref ? ref.workshopId : ref.boardId)) return { ok: false, refusal: 'unknown' };
  const found = await findViewerFacts(ref, credentials);
  if (!found) return { ok: false, refusal: 'unknown' };
  const viewer = decideViewer(found.facts);
  if (viewer) return { ok: true, viewer, now: found.now };
  const known = found.facts.session !== null || found.facts.device !== null;
  return { ok: false, refusal: known ? 'forbidden' : 'signed-out' };
}

/** For the upgrade of /sync/<boardId>: one query. */
export async function authorizeBoard(cookieHeader: string | undefined, boardId: string): Promise<BoardAccess> {
  const access = await authorize(cookieHeader, { boardId });
  if (access.ok) return { ok: true, actor: access.viewer };
  return { ok: false, refusal: access.refusal === 'unknown' ? 'unknown-board' : access.refusal };
}

/** For routes and pages of one workshop. */
export async function authorizeWorkshop(
  cookieHeader: string | null | undefined,
  workshopId: string,
): Promise<WorkshopAccess> {
  const access = await authorize(cookieHeader, { workshopId });
  if (access.ok) return access;
  return { ok: false, refusal: access.refusal === 'unknown' ? 'unknown-workshop' : access.refusal };
}
