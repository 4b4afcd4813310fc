import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDisplayName } from '@/lib/domain/people/display-name';

const HIDDEN = [
  '\u0000',
  '\u0007',
  '\u001b',
  '\u007f',
  '\u0085',
  '\u00ad',
  '\u034f',
  '\u061c',
  '\u115f',
  '\u200b',
  '\u200d',
  '\u200e',
  '\u202a',
  '\u202e',
  '\u2060',
  '\u2066',
  '\u2069',
  '\u2800',
  '\u3164',
  '\ufff9',
  '\ue000',
  '\ud800',
  '\u{e0041}',
  '\u{f0000}',
  '\u0378',
];

describe('[P1] a name', () => {
  it('is NFC, trimmed, with single spaces', () => {
    expect(parseDisplayName('  Rene\u0301e   de \t Test ')).toEqual({ ok: true, value: 'Ren\u00e9e de Test' });
  });

  it('turns every kind of white space into one space', () => {
    expect(parseDisplayName('a\u2028\u00a0\ufeffb')).toEqual({ ok: true, value: 'a b' });
  });

  it('has 1 to 40 characters, counted as code points', () => {
    expect(parseDisplayName('x'.repeat(40))).toEqual({ ok: true, value: 'x'.repeat(40) });
    expect(parseDisplayName('\u{1F600}'.repeat(40)).ok).toBe(true);
    expect(parseDisplayName('x'.repeat(41))).toEqual({ ok: false, refusal: 'name-too-long' });
    for (const empty of ['', ' ', '\n\t', '\u3000'])
      expect(parseDisplayName(empty)).toEqual({ ok: false, refusal: 'name-empty' });
    expect(parseDisplayName(' '.repeat(100_000))).toEqual({ ok: false, refusal: 'name-too-long' });
  });
});

describe('[P2] a name', () => {
  it.each(HIDDEN)('holds no hidden character %j', (hidden) => {
    expect(parseDisplayName(`a${hidden}b`)).toEqual({ ok: false, refusal: 'name-characters' });
  });

  it('is not made of marks alone, or piles of them', () => {
    expect(parseDisplayName('\u0301\u0301').ok).toBe(false);
    expect(parseDisplayName(`a${'\u0316'.repeat(20)}`).ok).toBe(false);
  });

  it.each(['Jo', 'Ægir-Þór', "O'Neill", 'محمد', 'สมชาย', '李雷', 'Nguyễn Thị', 'Zoë & Co.', 'Deelnemer 7', '☺'])(
    'may be %s',
    (name) => {
      expect(parseDisplayName(name)).toEqual({ ok: true, value: name });
    },
  );

  it('once accepted is accepted again, unchanged', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (raw) => {
        const first = parseDisplayName(raw);
        if (first.ok) expect(parseDisplayName(first.value)).toEqual(first);
      }),
      { numRuns: 2_000 },
    );
  });
});
