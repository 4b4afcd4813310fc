/** Reads chapter 5 again with the simplest possible code of its own and lays it beside the data file. */
import { describe, expect, it } from 'vitest';
import { HAS_SOURCES, readSchema, readShared } from './read-schema';

const schema = readSchema();
const lines = HAS_SOURCES ? readShared('sources/bijlage-e-probleem-en-oorzakenanalyse.txt').split('\n') : [];
const first = lines.findLastIndex((line) => line.startsWith('5.1. '));
const last = lines.findLastIndex((line) => line.startsWith('6. '));

interface SourceLine {
  line: number;
  section: string;
  text: string;
}

function chapter(): SourceLine[] {
  let section = '';
  return lines.slice(first, last).flatMap((text, index) => {
    const heading = /^(5\.\d+)\. /.exec(text);
    if (heading) section = heading[1] ?? '';
    return text.trim() === '' || heading ? [] : [{ line: first + index + 1, section, text }];
  });
}

const isBullet = ({ text }: SourceLine) => /^ *- /.test(text);
const isReference = ({ text }: SourceLine) => text.startsWith('Bloemlezing ');
/** Sentences between sections, the running text of 5.11 and the two lines that begin with "Voorbeeld". */
const isProse = ({ text }: SourceLine) =>
  text.endsWith('.') || text.startsWith('Voorbeeld:') || (text.length > 150 && text.endsWith('?'));
const isHeading = (line: SourceLine) => !isBullet(line) && !isReference(line) && !isProse(line);

const bare = (text: string) =>
  text
    .trim()
    .replace(/^- /, '')
    .replace(/^\*(.*)\*$/, '$1')
    .replace(/(?<!e\.d)[.:]$/, '');
const bareHeading = (text: string) => text.replace(/^(?:[A-E]|I+|\d)\. /, '').replace(/:$/, '');

describe.skipIf(!HAS_SOURCES)('probleem-en-oorzakenschema.json beside the document', () => {
  it('[TP21] has every bullet once, in order, with its line and its place in the section', () => {
    const seen = new Map<string, number>();
    const bullets = chapter()
      .filter(isBullet)
      .map(({ line, section }) => {
        seen.set(section, (seen.get(section) ?? 0) + 1);
        return { document: 'bijlage-e', section, ordinal: seen.get(section), line };
      });
    expect(bullets).toHaveLength(664);
    expect(schema.points.map(({ locator }) => locator)).toEqual(bullets);
    expect(schema.points.every(({ id, locator }) => id.startsWith(`L${locator.section}.`))).toBe(true);
  });

  it('[TP21] has every heading; two lines hold two of them', () => {
    const known = [...schema.blocks, ...schema.groups].map(({ locator }) => locator.line ?? 0).sort((a, b) => a - b);
    const twice = chapter()
      .filter(isHeading)
      .flatMap(({ line, text }) => (text.includes('**') ? [line, line] : [line]));
    expect(known).toEqual(twice);
    expect(
      schema.layers.map(({ locator, section }) => lines[(locator.line ?? 0) - 1]?.startsWith(`${section}. `)),
    ).toEqual(schema.layers.map(() => true));
  });

  it('[TP21] has a pair for every line with poles, and nowhere else', () => {
    const pairs = chapter()
      .filter((line) => isBullet(line) && line.text.includes('<->'))
      .map(({ line }) => line);
    expect(pairs).toHaveLength(27);
    expect(schema.points.filter(({ kind }) => kind === 'pair').map(({ locator }) => locator.line)).toEqual(pairs);
  });

  it('[TP22] keeps the words of the source unless it says they were relabelled', () => {
    for (const { id, label, poles, relabelled, locator } of schema.points) {
      const words = bare(lines[(locator.line ?? 0) - 1] ?? '');
      expect([id, label === words]).toEqual([id, !relabelled]);
      if (poles && !relabelled) expect(`${poles.left} <-> ${poles.right}`).toBe(words);
    }
    for (const { id, label, relabelled, locator } of [...schema.blocks, ...schema.groups]) {
      // C has two headings on one line, of which the first runs on; its label is the part before the colon.
      const parts = (lines[(locator.line ?? 0) - 1] ?? '').split(/\*+/).map(bareHeading);
      expect([id, parts.includes(label) && id !== 'L5.1.C']).toEqual([id, !relabelled]);
    }
  });

  it('[TP23] hangs every reference under the last heading before it, or at the end of a section under the layer', () => {
    const all = chapter();
    const expected = all.filter(isReference).map(({ line, section, text }) => {
      const [, name, chapterNumber] = /^Bloemlezing (.*), hoofdstuk (\d+)$/.exec(text) ?? [];
      const later = all.some(
        (other) => other.section === section && other.line > line && (isBullet(other) || isHeading(other)),
      );
      const heading = [...schema.blocks, ...schema.groups]
        .filter(({ locator }) => (locator.line ?? 0) < line)
        .sort((a, b) => (a.locator.line ?? 0) - (b.locator.line ?? 0))
        .at(-1);
      return {
        line,
        anthology: name?.toLowerCase().replaceAll(' ', '-'),
        chapter: Number(chapterNumber),
        parentId: later ? heading?.id : `L${section}`,
      };
    });
    expect(expected).toHaveLength(21);
    expect(
      schema.references.map(({ locator, anthology, chapter, parentId }) => ({
        line: locator.line,
        anthology,
        chapter,
        parentId,
      })),
    ).toEqual(expected);
  });
});
