import { headers } from 'next/headers';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import type { WorkshopState } from '@/lib/api/contracts';
import { authorizeWorkshop } from '@/lib/auth/board-access';
import { readCredentials } from '@/lib/auth/credentials';
import { findUser, type SignedInUser } from '@/lib/db/sessions';
import { findTemplateVersion, readTemplate } from '@/lib/db/templates';
import type { Template } from '@/lib/domain/template/template';
import { readState } from '@/lib/http/live/read-state';

/** What this browser brings. */
export async function readCookieHeader(): Promise<string | null> {
  return (await headers()).get('cookie');
}

/** The facilitator of this browser, or null. */
export async function readFacilitator(): Promise<SignedInUser | null> {
  return findUser(readCredentials(await readCookieHeader()));
}

/** The same document as GET /api/workshops/<id>; without access 'not found', whether the workshop exists or not. */
export const readWorkshop = cache(async (workshopId: string): Promise<WorkshopState> => {
  const access = await authorizeWorkshop(await readCookieHeader(), workshopId);
  if (!access.ok) notFound();
  const state = await readState(access.viewer, access.now);
  if (!state) notFound();
  // The text is put together from a WorkshopState, so it is one.
  return JSON.parse(state.text) as WorkshopState;
});

/** The very version a workshop was made with. */
export async function readWorkshopTemplate({ slug, version }: WorkshopState['template']): Promise<Template> {
  const found = await findTemplateVersion(slug, version);
  if (!found) throw new Error('a workshop without its template');
  return readTemplate(found.id);
}

/** The nonce of this request, which proxy.ts put in the policy too. */
export async function readNonce(): Promise<string | undefined> {
  return (await headers()).get('x-nonce') ?? undefined;
}
