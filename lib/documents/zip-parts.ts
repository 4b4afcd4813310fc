import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl';
import type { DocumentRefusal } from '@/lib/domain/documents/document-refusal';
import { ok, type Result, refuse } from '@/lib/domain/result';

const MAX_ENTRIES = 5_000;
/** All parts together as the archive declares them; pictures count, though nobody opens them. */
const MAX_DECLARED_BYTES = 256 * 1024 * 1024;
/** What is really unpacked: the parts with words in them. */
const MAX_WORDS_BYTES = 48 * 1024 * 1024;
/** Word's own files stay under 40; more than this in a part of some size is made to burst. */
const MAX_RATIO = 250;
const RATIO_FROM_BYTES = 1024 * 1024;
const WITH_WORDS = /\.(?:xml|rels)$/i;

const isBomb = ({ compressedSize, uncompressedSize }: Entry) =>
  uncompressedSize > RATIO_FROM_BYTES && uncompressedSize > compressedSize * MAX_RATIO;

async function unpack(zip: ZipFile, entry: Entry, room: number): Promise<Buffer | null> {
  const parts: Buffer[] = [];
  let size = 0;
  // Declared sizes may lie; what comes out is counted, and stops at the first byte too many.
  for await (const part of (await zip.openReadStreamPromise(entry)) as AsyncIterable<Buffer>) {
    size += part.length;
    if (size > room) return null;
    parts.push(part);
  }
  return Buffer.concat(parts);
}

async function listEntries(zip: ZipFile): Promise<Result<Entry[], DocumentRefusal>> {
  const entries: Entry[] = [];
  let declared = 0;
  for await (const entry of zip.eachEntry()) {
    declared += entry.uncompressedSize;
    if (entries.length >= MAX_ENTRIES || declared > MAX_DECLARED_BYTES || isBomb(entry))
      return refuse('document-too-heavy');
    if (entry.isEncrypted()) return refuse('document-encrypted');
    entries.push(entry);
  }
  return ok(entries);
}

async function readParts(zip: ZipFile): Promise<Result<Map<string, Buffer>, DocumentRefusal>> {
  const entries = await listEntries(zip);
  if (!entries.ok) return entries;
  const found = new Map<string, Buffer>();
  let room = MAX_WORDS_BYTES;
  for (const entry of entries.value.filter(({ fileName }) => WITH_WORDS.test(fileName))) {
    const bytes = await unpack(zip, entry, room);
    if (!bytes) return refuse('document-too-heavy');
    room -= bytes.length;
    found.set(entry.fileName, bytes);
  }
  return ok(found);
}

/** [IM3] The parts of an archive that hold words, unpacked within bounds; nothing else reads the archive. */
export async function readZipParts(bytes: Buffer): Promise<Result<Map<string, Buffer>, DocumentRefusal>> {
  try {
    const zip = await fromBufferPromise(bytes);
    return await readParts(zip);
  } catch {
    // yauzl says what is wrong with an archive by throwing.
    return refuse('document-broken');
  }
}
