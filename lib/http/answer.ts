import type { ErrorAnswer } from '@/lib/api/contracts';
import { type RefusalCode, refusalSentence } from '@/lib/messages/nl-errors';
import { REFUSAL_STATUS } from './refusal-status';

export type Done = { ok: true; status: number; body: unknown; cookies: readonly string[] };
export type Refused = { ok: false; refusal: RefusalCode; retryAfterSeconds?: number; cookies: readonly string[] };
/** What a handler decides; a Response where it is not JSON (a file, a stream, a redirect). */
export type Answer = Done | Refused | Response;

type DoneOptions = { status?: number; cookies?: readonly string[] };
type RefusedOptions = { retryAfterSeconds?: number; cookies?: readonly string[] };

export function done(body: unknown, { status = 200, cookies = [] }: DoneOptions = {}): Done {
  return { ok: true, status, body, cookies };
}

export function refused(refusal: RefusalCode, { cookies = [], ...rest }: RefusedOptions = {}): Refused {
  return { ok: false, refusal, cookies, ...rest };
}

function json(body: unknown, status: number, cookies: readonly string[]): Response {
  const headers = new Headers({ 'Content-Type': 'application/json; charset=utf-8', 'Cache-Control': 'no-store' });
  for (const cookie of cookies) headers.append('Set-Cookie', cookie);
  return new Response(JSON.stringify(body), { status, headers });
}

/** [H4] [H5] The answer on the wire: JSON that nobody keeps, a refusal with its sentence. */
export function respond(answer: Answer): Response {
  if (answer instanceof Response) return answer;
  if (answer.ok) return json(answer.body, answer.status, answer.cookies);
  const { refusal, retryAfterSeconds, cookies } = answer;
  const body: ErrorAnswer = { error: { code: refusal, message: refusalSentence(refusal, retryAfterSeconds) } };
  const response = json(body, REFUSAL_STATUS[refusal], cookies);
  if (retryAfterSeconds !== undefined) response.headers.set('Retry-After', String(Math.ceil(retryAfterSeconds)));
  return response;
}
