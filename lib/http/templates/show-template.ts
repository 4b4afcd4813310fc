import { findTemplateVersion, readStoredTemplate } from '@/lib/db/templates';
import { refused } from '../answer';
import { handleRequest } from '../handle-request';

function readVersion(url: string): number | undefined | 'wrong' {
  const asked = new URL(url).searchParams.get('version');
  if (asked === null) return undefined;
  return /^[1-9]\d{0,6}$/.test(asked) ? Number(asked) : 'wrong';
}

/** GET /api/templates/<slug>[?version=n]: public; [H7] a version never changes, so a browser only asks whether it is still the newest. */
export function showTemplate(request: Request, { slug }: { slug: string }): Promise<Response> {
  return handleRequest(request, async () => {
    const version = readVersion(request.url);
    const found = version === 'wrong' ? null : await findTemplateVersion(slug, version);
    if (!found) return refused('unknown-template');
    const { json, sha256 } = await readStoredTemplate(found);
    const headers = { ETag: `"${sha256}"`, 'Cache-Control': 'public, no-cache' };
    const known = request.headers
      .get('if-none-match')
      ?.split(',')
      .map((tag) => tag.trim().replace(/^W\//, ''));
    if (known?.includes(headers.ETag)) return new Response(null, { status: 304, headers });
    return new Response(json, { headers: { ...headers, 'Content-Type': 'application/json; charset=utf-8' } });
  });
}
