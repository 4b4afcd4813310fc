import type { TemplateSummary } from '@/lib/api/template-contracts';
import { readCredentials } from '@/lib/auth/credentials';
import { findUser } from '@/lib/db/sessions';
import { listTemplates } from '@/lib/db/templates';

/** Null for whoever is not signed in as a facilitator: they get the explanation alone. */
export async function readTemplatesPage(cookieHeader: string | null | undefined): Promise<TemplateSummary[] | null> {
  const user = await findUser(readCredentials(cookieHeader));
  return user && listTemplates();
}
