import type { SourceView } from '@/lib/api/evidence-contracts';
import { readCredentials } from '@/lib/auth/credentials';
import { pgPool } from '@/lib/db/client';
import { findUser } from '@/lib/db/sessions';
import { listSources } from '@/lib/db/sources';

/** Null for whoever is not signed in as a facilitator. */
export async function readSourcesPage(cookieHeader: string | null | undefined): Promise<SourceView[] | null> {
  const user = await findUser(readCredentials(cookieHeader));
  return user && listSources(pgPool());
}
