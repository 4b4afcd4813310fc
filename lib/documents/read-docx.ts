import mammoth from 'mammoth';
import type { DocumentRefusal } from '@/lib/domain/documents/document-refusal';
import { ok, type Result, refuse } from '@/lib/domain/result';
import { tidyText, withoutControls } from './decode-text';
import { htmlToLines } from './html-lines';
import { readZipParts } from './zip-parts';

const WORD_PART = /^word\/.+\.xml$/;
const NOTHING = Buffer.alloc(0);

/**
 * What mammoth takes for an opened archive: it then never unpacks anything itself. Its types do not name this input;
 * the version is pinned, and a test reads a document through it.
 */
function asZipFile(parts: ReadonlyMap<string, Buffer>) {
  const exists = (name: string) => parts.has(name);
  const read = async (name: string, encoding?: string) => {
    const bytes = parts.get(name) ?? NOTHING;
    if (encoding === 'base64') return bytes.toString('base64');
    return encoding ? new TextDecoder(encoding).decode(bytes) : bytes;
  };
  return { exists, read };
}

/** Without Word's own styles for them, the titles of a document are its highest headings. */
const STYLES = [
  "p[style-name='Title'] => h1:fresh",
  "p[style-name='Titel'] => h1:fresh",
  "p[style-name='Subtitle'] => p:fresh",
  'b => ',
  'u => ',
  'strike => ',
];

/** [IM4] The words of a Word document as lines. */
export async function readDocx(bytes: Buffer): Promise<Result<string, DocumentRefusal>> {
  const parts = await readZipParts(bytes);
  if (!parts.ok) return parts;
  if (![...parts.value.keys()].some((name) => WORD_PART.test(name))) return refuse('document-unknown');
  try {
    const input = { file: asZipFile(parts.value) } as unknown as { buffer: Buffer };
    const { value } = await mammoth.convertToHtml(input, {
      styleMap: STYLES,
      includeEmbeddedStyleMap: false,
      convertImage: mammoth.images.imgElement(async () => ({ src: '' })),
    });
    const text = withoutControls(tidyText(htmlToLines(value))).trim();
    return text === '' ? refuse('document-no-text') : ok(text);
  } catch {
    // Whatever mammoth stumbles over, is XML that Word did not write.
    return refuse('document-broken');
  }
}
