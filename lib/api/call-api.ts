/** One way to send a command from the browser; a refusal comes back as a Dutch sentence, never as an exception. */
import { nlNoAnswer } from '@/lib/messages/nl-no-answer';
import type { ErrorAnswer } from './contracts';

export type ApiMethod = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
/** `status` is 0 when no answer came. */
export type ApiAnswer<Value> =
  | { ok: true; value: Value }
  | { ok: false; status: number; code: string; message: string };

/** By hand: what stands between us and the server answers too, and a schema library is a lot to fetch for two texts. */
function isErrorAnswer(body: unknown): body is ErrorAnswer {
  const error = body && typeof body === 'object' && 'error' in body ? body.error : null;
  return (
    error !== null &&
    typeof error === 'object' &&
    'code' in error &&
    typeof error.code === 'string' &&
    'message' in error &&
    typeof error.message === 'string'
  );
}

async function readJson(response: Response): Promise<unknown> {
  const text = await response.text();
  return text === '' ? null : (JSON.parse(text) as unknown);
}

/** The promise of lib/api/contracts, or the sentence of the refusal. */
export async function readAnswer<Value>(response: Response): Promise<ApiAnswer<Value>> {
  const { status } = response;
  try {
    const body = await readJson(response);
    // The server checks what it sends; the types of lib/api/contracts are its promise.
    if (response.ok) return { ok: true, value: body as Value };
    if (isErrorAnswer(body)) return { ok: false, status, code: body.error.code, message: body.error.message };
  } catch {
    // Not JSON at all: told below like any other answer that is not ours.
  }
  return { ok: false, status, code: 'garbled', message: nlNoAnswer.garbled };
}

/** Sends JSON, gets JSON; an empty answer gives null. Never rejects. */
export async function callApi<Value>(method: ApiMethod, path: string, body?: unknown): Promise<ApiAnswer<Value>> {
  const hasBody = method !== 'GET';
  try {
    const response = await fetch(path, {
      method,
      cache: 'no-store',
      credentials: 'same-origin',
      ...(hasBody ? { headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body ?? {}) } : {}),
    });
    return await readAnswer<Value>(response);
  } catch {
    return { ok: false, status: 0, code: 'offline', message: nlNoAnswer.offline };
  }
}
