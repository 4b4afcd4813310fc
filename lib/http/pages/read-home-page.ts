import type { WorkshopSummary } from '@/lib/api/contracts';
import type { TemplateSummary } from '@/lib/api/template-contracts';
import { readCredentials } from '@/lib/auth/credentials';
import { findUser } from '@/lib/db/sessions';
import { listTemplates } from '@/lib/db/templates';
import { listWorkshops } from '@/lib/db/workshops';

/** `workshops` is null for a visitor who is not signed in as a facilitator. */
export type HomePage = { workshops: WorkshopSummary[] | null; templates: TemplateSummary[] };

export async function readHomePage(cookieHeader: string | null | undefined): Promise<HomePage> {
  const user = await findUser(readCredentials(cookieHeader));
  if (!user) return { workshops: null, templates: [] };
  const [workshops, templates] = await Promise.all([listWorkshops(user.userId), listTemplates()]);
  return { workshops, templates };
}
