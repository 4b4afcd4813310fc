import { headers } from 'next/headers';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import type { WorkshopState } from '@/lib/api/contracts';
import type { Template } from '@/lib/domain/template/template';
import { readTemplatePage } from '@/lib/http/pages/read-template-page';
import { readWorkshopPage } from '@/lib/http/pages/read-workshop-page';

/** What this browser brings. */
export async function readCookieHeader(): Promise<string | null> {
  return (await headers()).get('cookie');
}

/** The state of a workshop for who looks; without access 'not found', whether the workshop exists or not. */
export const readWorkshop = cache(async (workshopId: string): Promise<WorkshopState> => {
  const page = await readWorkshopPage(await readCookieHeader(), workshopId);
  if (!page.ok) notFound();
  return page.state;
});

/** The very version a workshop was made with. */
export async function readWorkshopTemplate(reference: WorkshopState['template']): Promise<Template> {
  const template = await readTemplatePage(reference);
  if (!template) throw new Error('a workshop without its template');
  return template;
}

/** The nonce of this request, which proxy.ts put in the policy too. */
export async function readNonce(): Promise<string | undefined> {
  return (await headers()).get('x-nonce') ?? undefined;
}
