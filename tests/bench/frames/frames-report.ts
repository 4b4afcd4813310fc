/** Medians of the visits, and how ours relates to the bare page. */
import type { FrameFigures, Visit } from './measure-page';

export type PageName = 'ours' | 'bare';
export type FramesResult = { visits: Record<PageName, Visit[]>; notes: number };

export const FRAME_AIMS = { p95: 0.6, firstUsable: 0.8 } as const;

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? upper)) / 2;
}

function medianFrames(figures: readonly FrameFigures[]): FrameFigures {
  const of = (name: keyof FrameFigures): number => median(figures.map((one) => one[name]));
  return { p50: of('p50'), p95: of('p95'), max: of('max'), frames: of('frames') };
}

export type FramesSummary = Record<
  PageName,
  { all: FrameFigures; firstUsable: number; longTasks: number; longTaskMs: number; heapMb: number }
> & { ratios: { p95: number; firstUsable: number }; isMet: boolean };

export function summarise({ visits }: FramesResult): FramesSummary {
  const of = (name: PageName) => ({
    all: medianFrames(visits[name].map((one) => one.all)),
    firstUsable: median(visits[name].map((one) => one.firstUsable)),
    longTasks: median(visits[name].map((one) => one.longTasks.count)),
    longTaskMs: median(visits[name].map((one) => one.longTasks.totalMs)),
    heapMb: median(visits[name].map((one) => one.heapMb)),
  });
  const ours = of('ours');
  const bare = of('bare');
  const ratios = { p95: ours.all.p95 / bare.all.p95, firstUsable: ours.firstUsable / bare.firstUsable };
  return {
    ours,
    bare,
    ratios,
    isMet: ratios.p95 <= FRAME_AIMS.p95 && ratios.firstUsable <= FRAME_AIMS.firstUsable,
  };
}

const NAMES: Record<PageName, string> = { bare: 'bare tldraw, its own notes', ours: '**Knooppunt**, whole template' };
const PAGES = ['bare', 'ours'] as const;
const ms = (value: number): string => `${value < 100 ? value.toFixed(1) : value.toFixed(0)} ms`;
const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

/** As markdown. */
export function framesReport(result: FramesResult): string {
  const summary = summarise(result);
  const { ratios } = summary;
  const main = PAGES.map((name) => {
    const { all, firstUsable, longTasks, longTaskMs, heapMb } = summary[name];
    return row([
      NAMES[name],
      ms(all.p50),
      ms(all.p95),
      ms(all.max),
      `${longTasks} (${ms(longTaskMs)})`,
      ms(firstUsable),
      `${heapMb.toFixed(0)} MB`,
    ]);
  });
  const phases = Object.keys(result.visits.ours[0]?.phases ?? {}).map((phase) =>
    row([
      phase,
      ...PAGES.map((name) =>
        ms(median(result.visits[name].flatMap((one) => (one.phases[phase] ? [one.phases[phase].p95] : [])))),
      ),
    ]),
  );
  const verdict = (value: number, aim: number): string =>
    `${value.toFixed(2)} × | ${value <= aim ? 'met' : '**not met**'}`;
  return [
    `**panning and zooming through all depths with ${result.notes.toLocaleString('en')} notes** (medians of ${result.visits.ours.length} visits each, in turn, in one Chromium without GPU, 1440×900)`,
    '',
    row(['', 'p50', 'p95', 'longest', 'long tasks', 'first usable', 'heap']),
    row(['---', '---:', '---:', '---:', '---:', '---:', '---:']),
    ...main,
    '',
    row(['p95 of frame times', 'bare', 'ours']),
    row(['---', '---:', '---:']),
    ...phases,
    '',
    row(['aim', 'measured', '']),
    row(['---', '---:', '---']),
    `| frame times p95: at most ${FRAME_AIMS.p95} × the bare page | ${verdict(ratios.p95, FRAME_AIMS.p95)} |`,
    `| first usable: at most ${FRAME_AIMS.firstUsable} × the bare page | ${verdict(ratios.firstUsable, FRAME_AIMS.firstUsable)} |`,
  ].join('\n');
}
