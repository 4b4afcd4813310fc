import { renderSVG } from 'uqr';
import { type LinkView, paths } from '@/lib/api/contracts';
import { linkCode, linkToken } from '@/lib/auth/join-token';
import type { StoredLink } from '@/lib/db/join-links';
import { showCode } from '@/lib/domain/links/short-code';
import { baseUrl } from '@/lib/env';

const QUIET_ZONE = 4;

/** [L6] A link as its facilitator sees it: derived again, because it is stored nowhere. */
export function presentLink({ id, version, role, expiresAt, revokedAt }: StoredLink): LinkView {
  const url = baseUrl() + paths.joinLink(linkToken({ id, version }));
  return {
    id,
    role,
    url,
    code: showCode(linkCode({ id, version })),
    qr: renderSVG(url, { ecc: 'M', border: QUIET_ZONE }),
    expiresAt: expiresAt.toISOString(),
    revokedAt: revokedAt?.toISOString() ?? null,
  };
}
