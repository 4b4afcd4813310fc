import { paths } from '@/lib/api/contracts';
import { linkToken } from '@/lib/auth/join-token';
import type { RefusalCode } from '@/lib/messages/nl-errors';
import { type Answer, refused } from '../answer';
import { handleRequest } from '../handle-request';
import { findBroughtLink } from './find-brought-link';
import { toJoinPage } from './keep-join-token';

const MAX_FORM_BYTES = 1_024;

type Back = { refusal: RefusalCode; retryAfterSeconds?: number; cookies?: readonly string[] };

/** Back to the start page, which shows the sentence; only a code goes along, or a link could make the page say anything. */
function back({ refusal, retryAfterSeconds = 0, cookies = [] }: Back): Response {
  const query = new URLSearchParams({
    melding: refusal,
    ...(retryAfterSeconds > 0 ? { over: String(Math.ceil(retryAfterSeconds)) } : {}),
  });
  const headers = new Headers({ Location: `${paths.home}?${query}`, 'Cache-Control': 'no-store' });
  for (const cookie of cookies) headers.append('Set-Cookie', cookie);
  return new Response(null, { status: 303, headers });
}

async function run(request: Request): Promise<Answer> {
  const size = Number(request.headers.get('content-length') ?? Number.NaN);
  if (!(size <= MAX_FORM_BYTES)) return refused('body-too-large');
  const form = await request.formData().catch(() => null);
  if (!form) return refused('wrong-content-type');
  const code = form.get('code');
  const brought = await findBroughtLink({ code: typeof code === 'string' ? code : '' }, request.headers);
  if (brought.ok) return toJoinPage(linkToken(brought.link), request.headers.get('cookie'));
  return back(brought);
}

/** POST /m with a form field `code`: the code field of the start page, also without JavaScript. */
export function joinByCodeForm(request: Request): Promise<Response> {
  return handleRequest(request, () => run(request), { fromForm: true });
}
