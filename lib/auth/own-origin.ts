import { baseUrl } from '@/lib/env';

export type OriginHeaders = {
  origin: string | null | undefined;
  host: string | null | undefined;
  fetchSite?: string | null | undefined;
};

function hostOf(origin: string): string | null {
  if (!URL.canParse(origin)) return null;
  const { protocol, host, origin: plain } = new URL(origin);
  return /^https?:$/.test(protocol) && plain === origin ? host : null;
}

/**
 * [H1] Whether a request that changes something comes from our own pages: the Origin is the public address, or that
 * of the Host it was sent to (the same laptop has several addresses). No Origin is no proof, so it is refused.
 */
export function isOwnOrigin({ origin, host, fetchSite }: OriginHeaders): boolean {
  if (!origin || fetchSite === 'cross-site') return false;
  return origin === baseUrl() || (Boolean(host) && hostOf(origin) === host?.toLowerCase());
}
