import { isOwnOrigin } from '@/lib/auth/own-origin';
import { log } from '@/lib/log';
import { type Answer, refused, respond } from './answer';

const SAFE_METHODS = new Set(['GET', 'HEAD']);
/** What pg and Prisma say when the database is away; everything else unexpected is a bug. */
const UNAVAILABLE =
  /^(ECONNREFUSED|ECONNRESET|ENOENT|EPIPE|ETIMEDOUT|57P0[123]|53300|08\w{3}|P1001|P1002|P1008|P1017|P2024|P2028)$/;

function codesOf(error: unknown): string[] {
  if (!(error instanceof Error)) return [];
  const own = 'code' in error && typeof error.code === 'string' ? [error.code] : [];
  return [...own, ...codesOf(error.cause)];
}

function isUnavailable(error: unknown): boolean {
  const said = error instanceof Error ? error.message : '';
  return (
    codesOf(error).some((code) => UNAVAILABLE.test(code)) ||
    /timeout exceeded when trying to connect|Connection terminated|Can't reach database/.test(said)
  );
}

/** Messages of databases quote values, which may be names; the place in the code is enough to find the bug. */
function traceOf(error: unknown): { name: string; codes: string[]; at: string[] } {
  const stack = error instanceof Error ? (error.stack ?? '') : '';
  const at = stack
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line.startsWith('at '));
  return { name: error instanceof Error ? error.name : typeof error, codes: codesOf(error), at: at.slice(0, 8) };
}

/**
 * `fromForm`: a browser sends Origin "null" with a form of a page that gives no referrer. Only for what a link may
 * do as well.
 */
export type HandleOptions = { fromForm?: boolean };

function isAllowed({ method, headers }: Request, { fromForm = false }: HandleOptions): boolean {
  if (SAFE_METHODS.has(method)) return true;
  const origin = headers.get('origin');
  const fetchSite = headers.get('sec-fetch-site');
  if (fromForm && origin === 'null') return fetchSite !== 'cross-site';
  return isOwnOrigin({ origin, host: headers.get('host'), fetchSite });
}

/** Every route goes through here: [H1] the origin, the handler, [H4] one sentence for whatever goes wrong. Never rejects. */
export async function handleRequest(
  request: Request,
  run: () => Promise<Answer>,
  options: HandleOptions = {},
): Promise<Response> {
  try {
    if (!isAllowed(request, options)) return respond(refused('foreign-origin'));
    return respond(await run());
  } catch (error) {
    const away = isUnavailable(error);
    log().error({ trace: traceOf(error), method: request.method }, away ? 'database away' : 'request failed');
    return respond(refused(away ? 'unavailable' : 'internal'));
  }
}
