import { z } from 'zod/mini';
import { ok, type Result, refuse } from '@/lib/domain/result';
import type { RefusalCode } from '@/lib/messages/nl-errors';

const MAX_BODY_BYTES = 64 * 1024;
const MAX_DEPTH = 16;

/** Which sentence to give when a field of the body is wrong; fields not named here give 'wrong-body'. */
export type FieldRefusals = Readonly<Record<string, RefusalCode>>;

async function readBytes(request: Request): Promise<Result<Uint8Array, 'body-too-large'>> {
  const parts: Uint8Array[] = [];
  let size = 0;
  // Content-Length may be absent or a lie, so what arrives is counted.
  for await (const part of request.body ?? []) {
    size += part.byteLength;
    if (size > MAX_BODY_BYTES) return refuse('body-too-large');
    parts.push(part);
  }
  return ok(Buffer.concat(parts));
}

/** Whether parsed JSON can be passed around without surprises. */
function isPlain(value: unknown, depth = 0): boolean {
  if (typeof value !== 'object' || value === null) return true;
  if (depth >= MAX_DEPTH || Object.hasOwn(value, '__proto__')) return false;
  return Object.values(value).every((inner) => isPlain(inner, depth + 1));
}

function parseJson(bytes: Uint8Array): Result<unknown, 'not-json'> {
  try {
    return ok(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) as unknown);
  } catch {
    return refuse('not-json');
  }
}

/** [H2] A JSON body of at most 64 KB in the shape of the schema. */
export async function readBody<Schema extends z.core.$ZodType>(
  request: Request,
  schema: Schema,
  fields: FieldRefusals = {},
): Promise<Result<z.core.output<Schema>, RefusalCode>> {
  const type = request.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase();
  if (type !== 'application/json') return refuse('wrong-content-type');
  const bytes = await readBytes(request);
  if (!bytes.ok) return bytes;
  const body = parseJson(bytes.value);
  if (!body.ok) return body;
  if (!isPlain(body.value)) return refuse('wrong-body');
  const parsed = z.safeParse(schema, body.value);
  if (parsed.success) return ok(parsed.data);
  const field = String(parsed.error.issues[0]?.path[0]);
  return refuse((Object.hasOwn(fields, field) && fields[field]) || 'wrong-body');
}
