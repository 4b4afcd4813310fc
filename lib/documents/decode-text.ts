import type { DocumentRefusal } from '@/lib/domain/documents/document-refusal';
import { ok, type Result, refuse } from '@/lib/domain/result';

const decode = (bytes: Uint8Array, encoding: string) => new TextDecoder(encoding, { fatal: true }).decode(bytes);

function attempt(bytes: Uint8Array, encoding: string): string | null {
  try {
    return decode(bytes, encoding);
  } catch {
    return null;
  }
}

/** Characters that no text has and every other file does. */
const NOT_TEXT = /[^\P{Cc}\t\n\v\f\r\u0080-\u009f]/u;
const SAMPLE = 4096;
/** Of text in our alphabet every second byte is zero in UTF-16. */
const MOSTLY = 0.4;

function utf16WithoutMark(bytes: Buffer): 'utf-16le' | 'utf-16be' | null {
  const sample = bytes.subarray(0, SAMPLE - (SAMPLE % 2));
  const zeros = [0, 0];
  for (const [at, byte] of sample.entries()) if (byte === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros.map((count) => count / (sample.length / 2));
  if (odd > MOSTLY && even < odd / 4) return 'utf-16le';
  return even > MOSTLY && odd < even / 4 ? 'utf-16be' : null;
}

/** Where the last character begins when the file ends in the middle of it. */
function cutOffAt(bytes: Buffer): number | null {
  for (let back = 1; back <= 3; back += 1) {
    const byte = bytes[bytes.length - back];
    if (byte === undefined || byte < 0x80) return null;
    if (byte >= 0xc0) return bytes.length - back;
  }
  return null;
}

const LEAST_SEQUENCES = 3;

/** UTF-8 with a few wrong bytes in it, rather than the older encoding of Windows. */
function isDamagedUtf8(bytes: Buffer): boolean {
  const text = new TextDecoder('utf-8').decode(bytes);
  const wrong = text.split('\ufffd').length - 1;
  const right = text.match(/[\u0080-\ufffc]/g)?.length ?? 0;
  return right >= LEAST_SEQUENCES && right > wrong;
}

/** What windows-1252 has at 0x80 to 0x9f; some versions of Node decode it as latin1, which has nothing there. */
const WINDOWS_ONLY = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

function decodeWindows(bytes: Buffer): string {
  return bytes
    .toString('latin1')
    .replaceAll(/[\u0080-\u009f]/g, (sign) => WINDOWS_ONLY[sign.charCodeAt(0) - 0x80] ?? '');
}

/** Without a mark: UTF-8, else UTF-16 by its zeros, else windows-1252. */
function decodeUnmarked(bytes: Buffer): Result<string, DocumentRefusal> {
  const wide = utf16WithoutMark(bytes);
  if (wide) return asResult(attempt(bytes, wide));
  const utf8 = attempt(bytes, 'utf-8');
  if (utf8 !== null) return ok(utf8);
  const end = cutOffAt(bytes);
  const begun = end === null ? null : attempt(bytes.subarray(0, end), 'utf-8');
  // A single accent at the very end may as well be windows-1252; with others before it the file is UTF-8.
  if (begun !== null && /[\u0080-\uffff]/.test(begun)) return refuse('document-cut-off');
  if (isDamagedUtf8(bytes)) return refuse('document-broken');
  return ok(decodeWindows(bytes));
}

const asResult = (text: string | null): Result<string, DocumentRefusal> =>
  text === null ? refuse('document-broken') : ok(text);

function decodeMarked(bytes: Buffer): Result<string, DocumentRefusal> {
  const [first, second] = bytes;
  const wide = first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : null;
  if (!wide) return decodeUnmarked(bytes);
  return bytes.length % 2 === 1 ? refuse('document-cut-off') : asResult(attempt(bytes, wide));
}

/** One kind of line ends, one kind of accents, no byte order mark. */
export function tidyText(text: string): string {
  return (
    text
      // Half a pair of UTF-16, which no database keeps.
      .replaceAll(/\p{Cs}/gu, '\ufffd')
      .replace(/^\ufeff/, '')
      .replaceAll(/\r\n?|[\f\u0085\u2028\u2029]/g, '\n')
      .normalize('NFC')
  );
}

/** Word and PDF may hold signs for which there is no character; a database would refuse them. */
export function withoutControls(text: string): string {
  return text.replaceAll(/[^\P{Cc}\t\n]/gu, '');
}

/** [IM2] The text of a plain text file, in whichever encoding people's programs write. */
export function decodeText(bytes: Buffer): Result<string, DocumentRefusal> {
  const decoded = decodeMarked(bytes);
  if (!decoded.ok) return decoded;
  const text = tidyText(decoded.value);
  if (NOT_TEXT.test(text)) return refuse('document-unknown');
  return text.trim() === '' ? refuse('document-empty') : ok(text);
}
