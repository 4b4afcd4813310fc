import { readCookie } from '@/lib/auth/cookies';
import { readCredentials } from '@/lib/auth/credentials';
import { hashToken } from '@/lib/auth/token-hash';
import { type FoundLink, findLink } from '@/lib/db/join-links';
import { findViewerFacts } from '@/lib/db/viewer-facts';
import type { LinkState } from '@/lib/domain/links/link-state';
import { leadsToSamePerson } from '@/lib/domain/people/known-person';
import { decideViewer, type ParticipantRole, type Viewer } from '@/lib/domain/people/viewer';

/** Who this browser already is in the workshop, and would be again with this link. */
export type AlreadyAs = { name: string; perspective: string | null; role: Viewer['role'] };

export type JoinPage =
  | { state: 'unknown' }
  | {
      state: LinkState;
      workshopId: string;
      title: string;
      purpose: string;
      perspectives: string[];
      role: ParticipantRole;
      /** for whom a link stays good, whatever its state ([L5]) */
      alreadyAs: AlreadyAs | null;
    };

function findAlreadyAs({ role: linkRole }: FoundLink, viewer: Viewer | null): AlreadyAs | null {
  if (!viewer?.participantId) return null;
  const { name, perspective, role } = viewer;
  return role === 'facilitator' || leadsToSamePerson(role, linkRole) ? { name, perspective, role } : null;
}

/** What /meedoen shows, by the cookie that /m/<token> set ([L8]). */
export async function readJoinPage(cookieHeader: string | null | undefined): Promise<JoinPage> {
  const token = readCookie(cookieHeader, 'join');
  const link = token ? await findLink({ tokenHash: hashToken(token) }) : null;
  if (!link) return { state: 'unknown' };
  const { id: workshopId, title, purpose, perspectives } = link.workshop;
  const found = await findViewerFacts({ workshopId }, readCredentials(cookieHeader));
  const alreadyAs = findAlreadyAs(link, found && decideViewer(found.facts));
  return { state: link.state, workshopId, title, purpose, perspectives, role: link.role, alreadyAs };
}
