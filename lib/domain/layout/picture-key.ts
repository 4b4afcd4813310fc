/** The column that explains the picture: how to read it, what the arrows and balls mean, which points there are. */

import type { Template } from '../template/template';
import type { PictureKey, Rect, TextBox } from './picture';
import { breakLines } from './text-lines';

/** Sentences come from lib/messages; the layout only breaks them into lines. */
export type KeyWords = {
  title: string;
  reading: string;
  up: string;
  harmDown: string;
  politics: string;
  ball: string;
  points: string;
  far: { up: string; harmDown: string; politics: string; ball: string };
};

const MARK = { w: 46, h: 40, gap: 12 } as const;
const PADDING = 20;

type Style = { size: number; lineHeight: number; weight: 'regular' | 'bold' };
const BODY: Style = { size: 20, lineHeight: 26, weight: 'regular' };
const STRONG: Style = { size: 24, lineHeight: 30, weight: 'bold' };
const CLUSTER: Style = { size: 20, lineHeight: 26, weight: 'bold' };
const FAR: Style = { size: 72, lineHeight: 80, weight: 'bold' };

const box = (text: string, rect: { x: number; y: number; w: number }, style: Style): TextBox => {
  const lines = breakLines(text, rect.w, style.size, style.weight);
  return { ...rect, h: lines.length * style.lineHeight, lines, ...style };
};

type Entry = PictureKey['entries'][number];
type Cursor = { x: number; y: number; w: number };

function entry(
  cursor: Cursor,
  id: string,
  kind: Entry['kind'],
  text: string,
  options: { number?: string; style?: Style; after?: number } = {},
): Entry {
  const marked = kind === 'up' || kind === 'harm-down' || kind === 'politics' || kind === 'ball';
  const indent = marked ? MARK.w + MARK.gap : 0;
  const made = box(text, { x: cursor.x + indent, y: cursor.y, w: cursor.w - indent }, options.style ?? BODY);
  const h = Math.max(made.h, marked ? MARK.h : 0);
  const mark = marked ? { x: cursor.x, y: cursor.y + Math.min(0, (made.h - h) / 2), w: MARK.w, h: MARK.h } : null;
  cursor.y += h + (options.after ?? 12);
  return { id, kind, mark, number: options.number ?? null, text: made };
}

type Kind = 'up' | 'harm-down' | 'politics' | 'ball';

/** What this schema has; the key explains nothing that is not there. */
function kindsOf(template: Template): ReadonlySet<Kind> {
  const { upward = [], downward = [], side = [] } = template.layerGraph ?? {};
  const hasCorner = template.layers.some(({ track }) => track === 'corner');
  const kinds: [Kind, boolean][] = [
    ['up', upward.length > 0],
    ['harm-down', downward.length > 0],
    ['politics', side.length > 0 && hasCorner],
    ['ball', template.interventionPoints.length > 0],
  ];
  return new Set(kinds.flatMap(([kind, isThere]) => (isThere ? [kind] : [])));
}

function closeEntries(template: Template, words: KeyWords, cursor: Cursor): Entry[] {
  const kinds = kindsOf(template);
  const entries = [entry(cursor, 'reading', 'text', words.reading, { after: 16 })];
  if (kinds.has('up')) entries.push(entry(cursor, 'up', 'up', words.up));
  if (kinds.has('harm-down')) entries.push(entry(cursor, 'harm-down', 'harm-down', words.harmDown));
  if (kinds.has('politics')) entries.push(entry(cursor, 'politics', 'politics', words.politics));
  if (!kinds.has('ball')) return entries;
  entries.push(
    entry(cursor, 'ball', 'ball', words.ball, { number: '1.1', after: 24 }),
    entry(cursor, 'points', 'heading', words.points, { style: STRONG, after: 10 }),
  );
  for (const cluster of template.clusters) {
    entries.push(
      entry(cursor, cluster.id, 'cluster', `${cluster.number}. ${cluster.label}`, { style: CLUSTER, after: 8 }),
    );
    const points = template.interventionPoints
      .filter((point) => point.clusterId === cluster.id)
      .sort((a, b) => a.order - b.order);
    points.forEach((point, index) => {
      entries.push(
        entry(cursor, point.id, 'ball', point.label, {
          number: point.number,
          after: index === points.length - 1 ? 18 : 9,
        }),
      );
    });
  }
  return entries;
}

const FAR_MARK = { w: 220, h: 168, gap: 20 } as const;

/** At most four signs with a word or two each, spread evenly over the column. */
function farEntries(kinds: ReadonlySet<Kind>, words: KeyWords, rect: Rect): PictureKey['farEntries'] {
  const all = [
    ['up', words.far.up],
    ['harm-down', words.far.harmDown],
    ['politics', words.far.politics],
    ['ball', words.far.ball],
  ] as const;
  const rows = all.filter(([kind]) => kinds.has(kind));
  const made = rows.map(([kind, text]) => ({
    kind,
    text: box(text, { x: rect.x + PADDING, y: 0, w: rect.w - 2 * PADDING }, FAR),
  }));
  const natural = made.reduce((sum, row) => sum + FAR_MARK.h + FAR_MARK.gap + row.text.h, 0);
  const between = Math.max(40, (rect.h - natural) / (rows.length + 1));
  let y = rect.y + between;
  return made.map(({ kind, text }) => {
    const mark = { x: rect.x + (rect.w - FAR_MARK.w) / 2, y: Math.round(y), w: FAR_MARK.w, h: FAR_MARK.h };
    const placed = { ...text, y: Math.round(y + FAR_MARK.h + FAR_MARK.gap) };
    y += FAR_MARK.h + FAR_MARK.gap + text.h + between;
    return { id: kind, kind, mark, text: placed };
  });
}

/** Fills `frame`; when that is too low, the key grows to what it needs. */
export function placeKey(template: Template, words: KeyWords, frame: Rect): PictureKey {
  const inner = { x: frame.x + PADDING, y: frame.y + PADDING, w: frame.w - 2 * PADDING };
  const title = box(words.title, inner, { size: 30, lineHeight: 36, weight: 'bold' });
  const cursor = { ...inner, y: title.y + title.h + 14 };
  const entries = closeEntries(template, words, cursor);
  const rect = { ...frame, h: Math.max(frame.h, cursor.y - frame.y + PADDING) };
  return { rect, title, entries, farEntries: farEntries(kindsOf(template), words, rect) };
}
