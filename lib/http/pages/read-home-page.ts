import type { WorkshopSummary } from '@/lib/api/contracts';
import { readCredentials } from '@/lib/auth/credentials';
import { findUser } from '@/lib/db/sessions';
import { listWorkshops } from '@/lib/db/workshops';

/** `workshops` is null for a visitor who is not signed in as a facilitator. */
export type HomePage = { workshops: WorkshopSummary[] | null };

export async function readHomePage(cookieHeader: string | null | undefined): Promise<HomePage> {
  const user = await findUser(readCredentials(cookieHeader));
  return { workshops: user && (await listWorkshops(user.userId)) };
}
