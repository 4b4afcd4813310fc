/** One visit to one page: when it can be used, and the frames while somebody moves through all depths with real input. */
import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';

export type FrameFigures = { p50: number; p95: number; max: number; frames: number };
export type Visit = {
  /** ms from the start of the navigation to the second frame that shows all notes */
  firstUsable: number;
  all: FrameFigures;
  phases: Record<string, FrameFigures>;
  longTasks: { count: number; totalMs: number };
  /** memory of the page's JavaScript once all is drawn, in MB */
  heapMb: number;
};

type Probe = {
  usableAt: number | null;
  frames: { at: number; took: number }[];
  longTasks: { at: number; took: number }[];
};
declare global {
  interface Window {
    frameProbe: Probe;
  }
}

const PROBE = readFileSync(new URL('frame-probe.js', import.meta.url), 'utf8');

function figuresOf(frames: readonly number[]): FrameFigures {
  const sorted = [...frames].sort((a, b) => a - b);
  const at = (part: number): number => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0;
  return { p50: at(0.5), p95: at(0.95), max: sorted.at(-1) ?? 0, frames: sorted.length };
}

const BEAT_MS = 16;
/** One event per frame at most, and never before the last one was handled: both pages get exactly the same events. */
async function paced(count: number, one: (i: number) => Promise<void>): Promise<void> {
  for (let i = 0; i < count; i += 1) {
    const started = performance.now();
    await one(i);
    const rest = BEAT_MS - (performance.now() - started);
    if (rest > 0) await new Promise((resolve) => setTimeout(resolve, rest));
  }
}

const CENTRE = { x: 700, y: 450 };
/** One event zooms by at most a tenth. */
const PINCH = 30;

async function zoom(page: Page, steps: number): Promise<void> {
  await page.keyboard.down('Control');
  await paced(Math.abs(steps), () => page.mouse.wheel(0, -Math.sign(steps) * PINCH));
  await page.keyboard.up('Control');
}

/** Two fingers on a trackpad, there and back. */
const panByWheel = (page: Page): Promise<void> =>
  paced(48, (i) => page.mouse.wheel(i < 24 ? 31 : -31, i % 12 < 6 ? 17 : -17));

/** With the middle button held, in a circle. */
async function panByDrag(page: Page): Promise<void> {
  await page.mouse.down({ button: 'middle' });
  await paced(48, (i) => page.mouse.move(CENTRE.x + Math.sin(i / 8) * 300, CENTRE.y + (Math.cos(i / 8) - 1) * 150));
  await page.mouse.up({ button: 'middle' });
  await page.mouse.move(CENTRE.x, CENTRE.y);
}

const GESTURES: readonly [string, (page: Page) => Promise<void>][] = [
  ['far: pan', panByWheel],
  ['far → middle', (page) => zoom(page, 9)],
  ['middle: pan', panByWheel],
  ['middle → near', (page) => zoom(page, 8)],
  ['near: pan', panByDrag],
  ['near → nearest', (page) => zoom(page, 9)],
  ['nearest: pan', panByDrag],
  ['nearest → far', (page) => zoom(page, -26)],
];

/** Frames have been quick for a while: what belongs to loading is over. */
async function untilQuiet(page: Page): Promise<void> {
  const quiet = page.waitForFunction(
    () => window.frameProbe.frames.length > 30 && window.frameProbe.frames.slice(-30).every(({ took }) => took < 34),
    undefined,
    { timeout: 10_000, polling: 100 },
  );
  // A page that never comes to rest is measured as it is.
  await quiet.catch(() => undefined);
}

export type VisitOptions = {
  url: string;
  notes: number;
  /** `selector@attribute` with the number of notes drawn, or a selector of the notes */
  counter: string;
  /** a picture after each gesture, for who wants to look */
  onGesture?: (page: Page, name: string) => Promise<void>;
};

const PROBE_MS = 60_000;

/** @throws when the page does not show the notes within a minute, or does not move */
export async function visit(page: Page, { url, notes, counter, onGesture }: VisitOptions): Promise<Visit> {
  await page.addInitScript(`window.frameProbeOptions = ${JSON.stringify({ notes, counter })};${PROBE}`);
  await page.goto(url, { waitUntil: 'commit' });
  const handle = await page.waitForFunction(() => window.frameProbe.usableAt, undefined, {
    timeout: PROBE_MS,
    polling: 50,
  });
  const firstUsable = Number(await handle.jsonValue());
  await page.mouse.move(CENTRE.x, CENTRE.y);
  await untilQuiet(page);
  const heapMb = await page.evaluate(
    () => (performance as unknown as { memory: { usedJSHeapSize: number } }).memory.usedJSHeapSize / 1_048_576,
  );
  const camera = () =>
    page.evaluate(() => document.querySelector<HTMLElement>('.tl-html-layer')?.style.transform ?? '');
  const phases: Record<string, FrameFigures> = {};
  const all: number[] = [];
  const begin = await page.evaluate(() => performance.now());
  for (const [name, gesture] of GESTURES) {
    const before = await camera();
    const from = await page.evaluate(() => window.frameProbe.frames.length);
    await gesture(page);
    const frames = await page.evaluate((start) => window.frameProbe.frames.slice(start).map(({ took }) => took), from);
    if (!name.includes('pan') && (await camera()) === before) throw new Error(`${url} did not move: ${name}`);
    phases[name] = figuresOf(frames);
    all.push(...frames);
    await onGesture?.(page, name);
  }
  const longTasks = await page.evaluate(
    (since) => window.frameProbe.longTasks.filter(({ at }) => at >= since).map(({ took }) => took),
    begin,
  );
  return {
    firstUsable,
    all: figuresOf(all),
    phases,
    longTasks: { count: longTasks.length, totalMs: longTasks.reduce((sum, took) => sum + took, 0) },
    heapMb,
  };
}
