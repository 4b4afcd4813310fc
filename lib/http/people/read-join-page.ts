import { readCookie } from '@/lib/auth/cookies';
import { readCredentials } from '@/lib/auth/credentials';
import { hashToken } from '@/lib/auth/token-hash';
import { type FoundLink, findLink } from '@/lib/db/join-links';
import { findViewerFacts } from '@/lib/db/viewer-facts';
import type { LinkState } from '@/lib/domain/links/link-state';
import { leadsToSamePerson } from '@/lib/domain/people/known-person';
import { decideViewer, type ParticipantRole, type Viewer } from '@/lib/domain/people/viewer';

export type JoinPage =
  | { state: 'unknown' | Exclude<LinkState, 'open'> }
  | {
      state: 'open';
      workshop: { id: string; title: string; purpose: string; perspectives: string[] };
      role: ParticipantRole;
      /** the name this browser already goes by in this workshop, and would again */
      known: string | null;
    };

function knownName({ role: linkRole }: FoundLink, viewer: Viewer | null): string | null {
  if (!viewer?.participantId) return null;
  const { role, name } = viewer;
  return role === 'facilitator' || leadsToSamePerson(role, linkRole) ? name : null;
}

/**
 * What /meedoen shows, by the cookie that /m/<token> set ([L8]). For somebody who is inside already a link stays
 * good, also when it no longer lets others in ([L5]).
 */
export async function readJoinPage(cookieHeader: string | null | undefined): Promise<JoinPage> {
  const token = readCookie(cookieHeader, 'join');
  const link = token ? await findLink({ tokenHash: hashToken(token) }) : null;
  if (!link) return { state: 'unknown' };
  const found = await findViewerFacts({ workshopId: link.workshop.id }, readCredentials(cookieHeader));
  const known = knownName(link, found && decideViewer(found.facts));
  if (link.state !== 'open' && known === null) return { state: link.state };
  return { state: 'open', workshop: link.workshop, role: link.role, known };
}
