const MAX_LINK_DAYS = 30;
const DAY_MS = 86_400_000;

export type LinkState = 'open' | 'revoked' | 'expired' | 'closed';

/** [L4] A link works until the workshop closes and at most 30 days; whoever is inside stays inside ([L5]). */
export function linkState(
  link: { revokedAt: Date | null; expiresAt: Date; workshopClosedAt: Date | null },
  now: Date,
): LinkState {
  if (link.workshopClosedAt) return 'closed';
  if (link.revokedAt) return 'revoked';
  return link.expiresAt <= now ? 'expired' : 'open';
}

export function linkExpiry(createdAt: Date): Date {
  return new Date(createdAt.getTime() + MAX_LINK_DAYS * DAY_MS);
}
