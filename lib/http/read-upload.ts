import { ok, type Result, refuse } from '@/lib/domain/result';

/** [IM10] The bytes of an uploaded file; stops at the first byte too many, whatever the headers promise. */
export async function readUpload<TooLarge extends string>(
  request: Request,
  maxBytes: number,
  tooLarge: TooLarge,
): Promise<Result<Buffer, TooLarge>> {
  if (Number(request.headers.get('content-length') ?? 0) > maxBytes) return refuse(tooLarge);
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of request.body ?? []) {
    size += part.byteLength;
    if (size > maxBytes) return refuse(tooLarge);
    parts.push(part);
  }
  return ok(Buffer.concat(parts));
}
