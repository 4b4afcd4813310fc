import { expect, it } from 'vitest';
import { decodeText } from '@/lib/documents/decode-text';

const TEXT = 'Één verzonnen zin: “café” – België kost € 5.\nTweede regel.';
const BOM = '\ufeff';
const swapped = (text: string) => Buffer.from(text, 'utf16le').swap16();
const WINDOWS = Buffer.from(
  [...TEXT].map((sign) => ({ '“': 0x93, '”': 0x94, '–': 0x96, '€': 0x80 })[sign] ?? sign.charCodeAt(0)),
);

it.each([
  ['UTF-8', Buffer.from(TEXT)],
  ['UTF-8 with a mark', Buffer.from(BOM + TEXT)],
  ['UTF-16 with a mark', Buffer.from(BOM + TEXT, 'utf16le')],
  ['UTF-16 the other way round', swapped(BOM + TEXT)],
  ['UTF-16 without a mark', Buffer.from(TEXT, 'utf16le')],
  ['UTF-16 the other way round without a mark', swapped(TEXT)],
  ['windows-1252', WINDOWS],
  ['line ends of Windows', Buffer.from(TEXT.replaceAll('\n', '\r\n'))],
  ['line ends of old Macs', Buffer.from(TEXT.replaceAll('\n', '\r'))],
  ['loose accents', Buffer.from(TEXT.normalize('NFD'))],
])('[IM2] reads %s', (_what, bytes) => {
  expect(decodeText(bytes)).toEqual({ ok: true, value: TEXT });
});

it('[IM2] says when a text stops in the middle of a character, or is damaged', () => {
  const bytes = Buffer.from('Één verzonnen zin met café');
  expect(decodeText(bytes.subarray(0, -1))).toEqual({ ok: false, refusal: 'document-cut-off' });
  expect(decodeText(Buffer.from(BOM + TEXT, 'utf16le').subarray(0, -1))).toEqual({
    ok: false,
    refusal: 'document-cut-off',
  });
  const damaged = Buffer.concat([Buffer.from('ééééé'), Buffer.from([0xff]), Buffer.from(' verzonnen')]);
  expect(decodeText(damaged)).toEqual({ ok: false, refusal: 'document-broken' });
});

it('[IM2] refuses what is no text', () => {
  expect(decodeText(Buffer.from([1, 2, 3, 4, 5, 6, 7]))).toEqual({ ok: false, refusal: 'document-unknown' });
  expect(decodeText(Buffer.from(`${BOM} \n `))).toEqual({ ok: false, refusal: 'document-empty' });
});
