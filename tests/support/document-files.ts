/** Files people may bring, good and bad, made at run time. Every text in them is invented. */
import { crc32, deflateRawSync, deflateSync } from 'node:zlib';
import { Document, HeadingLevel, Packer, Paragraph, TextRun } from 'docx';

type ZipEntry = {
  name: string;
  content: Uint8Array;
  /** instead of the true size */
  declared?: number;
  encrypted?: boolean;
};

/** A zip by hand, so that it can lie. */
export function makeZip(entries: readonly ZipEntry[]): Buffer {
  const locals: Buffer[] = [];
  const central: Buffer[] = [];
  let offset = 0;
  for (const { name, content, declared = content.length, encrypted = false } of entries) {
    const data = deflateRawSync(content, { level: 9 });
    const title = Buffer.from(name);
    const fields = Buffer.alloc(26);
    fields.writeUInt16LE(20, 0);
    fields.writeUInt16LE(encrypted ? 1 : 0, 2);
    fields.writeUInt16LE(8, 4);
    fields.writeUInt32LE(crc32(content), 10);
    fields.writeUInt32LE(data.length, 14);
    fields.writeUInt32LE(declared, 18);
    fields.writeUInt16LE(title.length, 22);
    const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), fields, title, data]);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    central.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x00', 'latin1'), fields, tail, title]));
    locals.push(local);
    offset += local.length;
  }
  const directory = Buffer.concat(central);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(entries.length, 4);
  end.writeUInt16LE(entries.length, 6);
  end.writeUInt32LE(directory.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...locals, directory, Buffer.from('PK\x05\x06', 'latin1'), end]);
}

const CONTENT_TYPES =
  '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>';

/** A Word document of which the body is a few hundred megabytes of nothing. */
export function docxBomb(megabytes = 300): Buffer {
  const content = Buffer.alloc(megabytes * 1024 * 1024, 0x20);
  return makeZip([
    { name: '[Content_Types].xml', content: Buffer.from(CONTENT_TYPES) },
    { name: 'word/document.xml', content },
  ]);
}

/** The same, in parts that each look harmless and say they are small. */
export function lyingDocxBomb(): Buffer {
  const content = Buffer.alloc(20 * 1024 * 1024, 0x20);
  return makeZip([
    { name: '[Content_Types].xml', content: Buffer.from(CONTENT_TYPES) },
    ...Array.from({ length: 20 }, (_, at) => ({ name: `word/part${at}.xml`, content, declared: 900 })),
  ]);
}

const SHORT_RUNS = 'verzonnen tekst ';
/** Under every ratio, and still far more words than a document holds. */
export function heavyDocx(): Buffer {
  const content = Buffer.from(
    Array.from({ length: 400_000 }, (_, at) => `<p>${SHORT_RUNS}${(at * 7919) % 100_003}</p>`).join(''),
  );
  return makeZip(Array.from({ length: 6 }, (_, at) => ({ name: `word/part${at}.xml`, content })));
}

type DocxLine = { heading: 1 | 2 | 3; text: string } | { item: number; text: string; italic?: boolean } | string;
const LEVELS = [HeadingLevel.HEADING_1, HeadingLevel.HEADING_2, HeadingLevel.HEADING_3] as const;

function paragraphOf(line: DocxLine): Paragraph {
  if (typeof line === 'string') return new Paragraph({ children: [new TextRun(line)] });
  if ('heading' in line) return new Paragraph({ text: line.text, heading: LEVELS[line.heading - 1] ?? LEVELS[0] });
  const children = [new TextRun({ text: line.text, italics: line.italic ?? false })];
  return new Paragraph({ children, bullet: { level: line.item } });
}

export function makeDocx(lines: readonly DocxLine[]): Promise<Buffer> {
  return Packer.toBuffer(new Document({ sections: [{ children: lines.map(paragraphOf) }] }));
}

/** A PDF out of its objects; numbers from 1 in the order given, the first is the catalog. */
export function makePdfOf(objects: readonly (string | Buffer)[], trailer = ''): Buffer {
  const parts: Buffer[] = [Buffer.from('%PDF-1.4\n')];
  const offsets: number[] = [];
  let size = parts[0]?.length ?? 0;
  const add = (part: Buffer) => {
    parts.push(part);
    size += part.length;
  };
  for (const [at, object] of objects.entries()) {
    offsets.push(size);
    add(Buffer.concat([Buffer.from(`${at + 1} 0 obj\n`), Buffer.from(object), Buffer.from('\nendobj\n')]));
  }
  const start = size;
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  add(Buffer.from(`xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}`));
  add(Buffer.from(`trailer\n<< /Size ${objects.length + 1} /Root 1 0 R ${trailer} >>\nstartxref\n${start}\n%%EOF\n`));
  return Buffer.concat(parts);
}

const streamOf = (content: Buffer | string, extra = ''): Buffer => {
  const bytes = Buffer.from(content);
  return Buffer.concat([
    Buffer.from(`<< /Length ${bytes.length} ${extra} >>\nstream\n`),
    bytes,
    Buffer.from('\nendstream'),
  ]);
};

const HEAD = ['<< /Type /Catalog /Pages 2 0 R >>', '<< /Type /Pages /Kids [3 0 R] /Count 1 >>'];
const PAGE =
  '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>';
const FONT = '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>';

/** One page with these lines, each at its own indent. */
export function makePdf(lines: readonly { text: string; x?: number }[], trailer = '', more: string[] = []): Buffer {
  const shown = lines.map(({ text, x = 72 }, at) => `BT /F1 11 Tf ${x} ${760 - at * 14} Td (${text}) Tj ET`);
  return makePdfOf([...HEAD, PAGE, streamOf(Buffer.from(shown.join('\n'), 'latin1')), FONT, ...more], trailer);
}

/** Locked with a password nobody knows: the hashes in it fit none. */
export function encryptedPdf(): Buffer {
  const hash = (byte: string) => `<${byte.repeat(32)}>`;
  const lock = `<< /Filter /Standard /V 1 /R 2 /O ${hash('a5')} /U ${hash('3c')} /P -4 >>`;
  const id = `/Encrypt 6 0 R /ID [<${'01'.repeat(16)}> <${'01'.repeat(16)}>]`;
  return makePdf([{ text: 'verzonnen' }], id, [lock]);
}

/** Only a drawing, as a scan is only a picture. */
export function scannedPdf(): Buffer {
  return makePdfOf([...HEAD, PAGE, streamOf('0 0 m 100 100 l S'), FONT]);
}

/** Two megabytes that unfold to two thousand of drawing instructions. */
export function endlessPdf(): Buffer {
  const some = Buffer.from('BT /F1 11 Tf 72 700 Td (verzonnen) Tj ET\n'.repeat(25_000));
  const once = deflateSync(Buffer.concat(Array.from({ length: 100 }, () => some)), { level: 9 });
  const twice = deflateSync(once, { level: 9 });
  const pages = Array.from({ length: 200 }, (_, at) => at + 3);
  const kids = pages.map((number) => `${number} 0 R`).join(' ');
  const body = 3 + pages.length;
  const page = `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents ${body} 0 R /Resources << /Font << /F1 ${body + 1} 0 R >> >> >>`;
  return makePdfOf([
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`,
    ...pages.map(() => page),
    streamOf(twice, '/Filter [/FlateDecode /FlateDecode]'),
    FONT,
  ]);
}

/** The first bytes of a picture, and noise. */
export function picture(): Buffer {
  return Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), Buffer.alloc(4000, 0x9d)]);
}

/** The lines of a text as Word would have them: headings, list items at two depths, italics. */
export function asDocxLines(text: string): DocxLine[] {
  const lines = text.split(/\r?\n/).filter((line) => line.trim() !== '');
  return lines.map((line): DocxLine => {
    const heading = /^(#{1,3})\s+(.*)$/.exec(line);
    if (heading) return { heading: Math.min(3, heading[1]?.length ?? 1) as 1 | 2 | 3, text: heading[2] ?? '' };
    const item = /^(\s*)- (\*?)(.*?)(\*?)$/.exec(line);
    if (!item) return line;
    const [, indent = '', opens = '', words = '', closes = ''] = item;
    const italic = opens !== '' && closes !== '';
    return { item: indent.length >= 2 ? 1 : 0, text: italic ? words : opens + words + closes, italic };
  });
}

const WINDOWS: Record<string, number> = { '“': 0x93, '”': 0x94, '‘': 0x91, '’': 0x92, '–': 0x96, '€': 0x80, '…': 0x85 };
const IN_PDF: Record<string, number> = { ...WINDOWS, '•': 0x95, '‹': 0x8b, '›': 0x9b };
const pdfText = (text: string) =>
  String.fromCharCode(
    ...[...text].map((sign) => IN_PDF[sign] ?? (sign.charCodeAt(0) < 256 ? sign.charCodeAt(0) : 63)),
  ).replaceAll(/[\\()]/g, '\\$&');

const LINE_LENGTH = 95;
const [TOP, BOTTOM, LINE, PARAGRAPH] = [780, 60, 13, 24] as const;

type PdfLine = { text: string; x: number; gap: number };
function wrap(text: string, x: number): PdfLine[] {
  const lines: PdfLine[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last && last.text.length + word.length < LINE_LENGTH) last.text += ` ${word}`;
    else lines.push({ text: word, x, gap: LINE });
  }
  return lines;
}

/** A text set in pages with page numbers, wrapped, bullets indented: as a printer would make a PDF of it. */
export function asPdf(text: string): Buffer {
  const pages: string[][] = [[]];
  let y: number = TOP;
  for (const paragraph of text.split(/\r?\n/)) {
    const item = /^(\s*)- (.*)$/.exec(paragraph);
    const x = item ? 90 + ((item[1]?.length ?? 0) >= 2 ? 18 : 0) : 72;
    const words = item ? `• ${item[2]}` : paragraph.replace(/^#+\s+/, '').replaceAll('**', '');
    if (words.trim() === '') y -= PARAGRAPH - LINE;
    for (const line of words.trim() === '' ? [] : wrap(words.trim(), x)) {
      if (y < BOTTOM) {
        pages.at(-1)?.push(`BT /F1 10 Tf 290 40 Td (${pages.length}) Tj ET`);
        pages.push([]);
        y = TOP;
      }
      pages.at(-1)?.push(`BT /F1 10 Tf ${line.x} ${y} Td (${pdfText(line.text)}) Tj ET`);
      y -= line.gap;
    }
  }
  const count = pages.length;
  const page = (at: number) =>
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents ${3 + count + at} 0 R /Resources << /Font << /F1 ${3 + 2 * count} 0 R >> >> >>`;
  return makePdfOf([
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Kids [${pages.map((_, at) => `${3 + at} 0 R`).join(' ')}] /Count ${count} >>`,
    ...pages.map((_, at) => page(at)),
    ...pages.map((lines) => streamOf(deflateSync(Buffer.from(lines.join('\n'), 'latin1')), '/Filter /FlateDecode')),
    FONT,
  ]);
}
