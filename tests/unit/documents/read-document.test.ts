/** Files as people bring them, through the process that opens them. */
import { expect, it, vi } from 'vitest';
import { MAX_SOURCE_BYTES } from '@/lib/api/evidence-contracts';
import { readDocument, readSource } from '@/lib/documents/read-document';
import {
  docxBomb,
  encryptedPdf,
  endlessPdf,
  heavyDocx,
  lyingDocxBomb,
  makeDocx,
  makePdf,
  makePdfOf,
  makeZip,
  picture,
  scannedPdf,
} from '../../support/document-files';
import { inventedSource } from '../../support/invented-source';

// A process per file, on a machine that others use as well.
vi.setConfig({ testTimeout: 60_000 });

async function textOf(bytes: Uint8Array, name: string): Promise<string> {
  const read = await readDocument(bytes, name);
  return read.ok ? read.value.text : `refused: ${read.refusal}`;
}

async function refusalOf(bytes: Uint8Array, name: string): Promise<{ refusal: string; ms: number }> {
  const from = performance.now();
  const read = await readDocument(bytes, name);
  return { refusal: read.ok ? 'not refused' : read.refusal, ms: performance.now() - from };
}

it('[IM4] reads a Word document: headings, list items with their depth, italics, quotation marks', async () => {
  const bytes = await makeDocx([
    { heading: 1, text: '1. Verzonnen hoofdstuk' },
    'Gewone “verzonnen” tekst & <meer>.',
    { heading: 2, text: '1.1 Verzonnen paragraaf' },
    { item: 0, text: 'eerste punt' },
    { item: 1, text: 'onderdeel', italic: true },
    { item: 0, text: 'tweede punt' },
    'Slot.',
  ]);
  expect((await textOf(bytes, 'verzonnen.docx')).split('\n')).toEqual([
    '# 1. Verzonnen hoofdstuk',
    '',
    'Gewone “verzonnen” tekst & <meer>.',
    '',
    '## 1.1 Verzonnen paragraaf',
    '',
    '- eerste punt',
    '  - *onderdeel*',
    '- tweede punt',
    '',
    'Slot.',
  ]);
});

it('[IM5] reads a PDF line by line, bullets as list items', async () => {
  const bytes = makePdf([
    { text: '1. Verzonnen hoofdstuk' },
    { text: '\\225 eerste punt', x: 86 },
    { text: '\\225 onderdeel', x: 112 },
    { text: 'Gewone verzonnen tekst' },
  ]);
  expect((await textOf(bytes, 'verzonnen.pdf')).trim().split('\n')).toEqual([
    '1. Verzonnen hoofdstuk',
    '- eerste punt',
    '    - onderdeel',
    'Gewone verzonnen tekst',
  ]);
});

it('[IM1] goes by the first bytes: a PDF called docx is read as a PDF', async () => {
  const read = await readDocument(makePdf([{ text: 'Verzonnen tekst in een pdf' }]), 'verzonnen.docx');
  expect(read.ok && read.value.format).toBe('pdf');
});

const NAMED = [
  ['a picture called docx', picture(), 'foto.docx', 'document-unknown'],
  ['a picture called txt', picture(), 'foto.txt', 'document-unknown'],
  ['text called docx', Buffer.from('Dit is gewone verzonnen tekst.'), 'brief.docx', 'document-other-type'],
  ['a page of a website', Buffer.from('<!doctype html><p>verzonnen</p>'), 'pagina.txt', 'document-unknown'],
  [
    'an archive without words',
    makeZip([{ name: 'los.txt', content: Buffer.from('verzonnen') }]),
    'map.docx',
    'document-unknown',
  ],
  ['an empty file', Buffer.alloc(0), 'leeg.txt', 'document-empty'],
  ['a file of spaces', Buffer.from(' \n\t \n'), 'leeg.txt', 'document-empty'],
  ['more than 20 MB', Buffer.alloc(MAX_SOURCE_BYTES + 1, 0x61), 'groot.txt', 'document-too-large'],
] as const;

it.each(NAMED)('[IM1] refuses %s', async (_what, bytes, name, refusal) => {
  expect((await refusalOf(bytes, name)).refusal).toBe(refusal);
});

it('[IM3] refuses a broken and a locked Word document', async () => {
  const whole = await makeDocx(['Verzonnen tekst.']);
  expect((await refusalOf(whole.subarray(0, whole.length / 2), 'half.docx')).refusal).toBe('document-broken');
  const noXml = makeZip([{ name: 'word/document.xml', content: Buffer.from('<w:document><w:body>') }]);
  expect((await refusalOf(noXml, 'kapot.docx')).refusal).toBe('document-broken');
  const locked = makeZip([{ name: 'word/document.xml', content: Buffer.from('<a/>'), encrypted: true }]);
  expect((await refusalOf(locked, 'slot.docx')).refusal).toBe('document-encrypted');
  const container = Buffer.concat([
    Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
    Buffer.alloc(600),
    Buffer.from('EncryptedPackage', 'utf16le'),
    Buffer.alloc(600),
  ]);
  expect((await refusalOf(container, 'slot.docx')).refusal).toBe('document-encrypted');
});

/** Half a second on a quiet machine; tests share theirs with others. */
const SHORT_MS = 5_000;

it.each([
  ['as it declares', docxBomb(), 'document-too-heavy'],
  ['while it declares to be small', lyingDocxBomb(), 'document-broken'],
  ['in parts that are no bombs by themselves', heavyDocx(), 'document-too-heavy'],
])('[IM3] refuses a Word document that bursts %s, at once', async (_how, bytes, refusal) => {
  const { refusal: given, ms } = await refusalOf(bytes, 'bom.docx');
  expect(given).toBe(refusal);
  expect(ms).toBeLessThan(SHORT_MS);
});

it('[IM5] refuses a PDF that is locked, broken or a scan, each with its own reason', async () => {
  expect((await refusalOf(encryptedPdf(), 'slot.pdf')).refusal).toBe('document-encrypted');
  expect((await refusalOf(scannedPdf(), 'scan.pdf')).refusal).toBe('document-no-text');
  expect((await refusalOf(Buffer.from('%PDF-1.4\nverzonnen'), 'kapot.pdf')).refusal).toBe('document-broken');
  const circle = makePdfOf(['<< /Type /Catalog /Pages 2 0 R >>', '<< /Type /Pages /Kids [2 0 R] /Count 1 >>']);
  expect(['document-broken', 'document-too-heavy', 'document-no-text']).toContain(
    (await refusalOf(circle, 'kring.pdf')).refusal,
  );
});

it('[IM6] ends the reading of a hostile PDF within ten seconds; the next document is read as ever', {
  timeout: 30_000,
}, async () => {
  const { refusal, ms } = await refusalOf(endlessPdf(), 'eindeloos.pdf');
  expect(refusal).toBe('document-too-heavy');
  expect(ms).toBeLessThan(12_000);
  expect(await textOf(Buffer.from('Verzonnen tekst.'), 'gewoon.txt')).toBe('Verzonnen tekst.');
});

it('[IM6] refuses a document with more parts than any has', async () => {
  const chapters = Buffer.from(inventedSource({ chapters: 6_000, passages: 1 }));
  expect(await readSource(chapters, 'veel.md')).toEqual({ ok: false, refusal: 'document-too-heavy' });
  const section = Buffer.from(inventedSource({ chapters: 1, passages: 5_001 }));
  expect(await readSource(section, 'lang.md')).toEqual({ ok: false, refusal: 'document-too-heavy' });
});

it('[IM4] leaves out signs that are no characters', async () => {
  const parts = (text: string) => [
    { name: '_rels/.rels', content: Buffer.from(RELATIONS) },
    { name: 'word/document.xml', content: Buffer.from(bodyOf(text)) },
  ];
  expect(await textOf(makeZip(parts('Verzonnen&#1;tekst')), 'tekens.docx')).toBe('Verzonnentekst');
});

const RELATIONS =
  '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>';
const bodyOf = (text: string) =>
  `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>${text}</w:t></w:r></w:p></w:body></w:document>`;
