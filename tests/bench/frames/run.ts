/**
 * Our board beside a bare tldraw page, in one run and one Chromium. Part of `npm run bench` (`-- --only frames` for this
 * alone), or by itself: `npx tsx tests/bench/frames/run.ts [--rounds 3] [--json] [--pictures <folder>]`.
 */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { type Browser, chromium } from '@playwright/test';
import { ApiPerson } from '../../support/api-person';
import { freePort } from '../../support/free-port';
import { startProduct } from '../../support/product';
import { isLeaving, leave, leaveOnSignals, onLeave } from '../clean-up';
import { startBareServer } from './bare-server';
import { NOTE_COUNT } from './bench-notes';
import { type FramesResult, framesReport, type PageName, summarise } from './frames-report';
import { type VisitOptions, visit } from './measure-page';
import { fillBoard, type OurBoard } from './our-board';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
const CHROMIUM_ARGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
/** Where each page says how many notes it shows. */
const COUNTERS: Record<PageName, string> = { ours: 'canvas[data-things]@data-things', bare: '.tl-shape' };

/** No new round begins after this. */
const ENOUGH_MS = 100_000;

export type FramesOptions = { rounds: number; pictures: string | undefined; say: (text: string) => void };

type FindBrowser = (
  root: string,
  playwright: string,
) => Promise<{ ok: true; executable: string } | { ok: false; sentence: string }>;

async function openBrowser(): Promise<Browser> {
  // The test runner is plain JavaScript, because it runs before TypeScript can.
  const file = new URL('../../runner/find-browser.mjs', import.meta.url).href;
  const { findBrowser } = (await import(file)) as { findBrowser: FindBrowser };
  const found = await findBrowser(ROOT, path.join(ROOT, 'node_modules/.bin/playwright'));
  if (!found.ok) throw new Error(found.sentence);
  const browser = await chromium.launch({ executablePath: found.executable, args: CHROMIUM_ARGS });
  onLeave(() => browser.close());
  return browser;
}

async function openProduct(): Promise<OurBoard> {
  const data = mkdtempSync(path.join(tmpdir(), 'knooppunt-frames-'));
  onLeave(() => rmSync(data, { recursive: true, force: true }));
  const product = await startProduct({ port: await freePort(), data });
  onLeave(() => product.stop());
  const facilitator = new ApiPerson(product.url);
  await facilitator.signIn(product.signInPath);
  return fillBoard(facilitator);
}

type Visitor = { browser: Browser; board: OurBoard; bareUrl: string; options: FramesOptions };

async function visitOnce({ browser, board, bareUrl, options }: Visitor, name: PageName, round: number) {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'nl-NL' });
  try {
    const { url } = board.person;
    if (name === 'ours') await context.addCookies(board.person.cookiesFor(new URL(url).hostname));
    const { pictures } = options;
    let number = 0;
    const target: VisitOptions = {
      url: name === 'ours' ? url + board.path : bareUrl,
      notes: NOTE_COUNT,
      counter: COUNTERS[name],
      ...(pictures &&
        round === 0 && {
          onGesture: async (page) => {
            number += 1;
            await page.screenshot({ path: path.join(pictures, `${name}-${number}.png`) });
          },
        }),
    };
    return await visit(await context.newPage(), target);
  } finally {
    await context.close();
  }
}

/** Visits both pages in turn; what it starts is ended by `leave()`. */
export async function measureFrames(options: FramesOptions): Promise<FramesResult> {
  if (options.pictures) mkdirSync(options.pictures, { recursive: true });
  const board = await openProduct();
  const { width, height } = board.picture;
  const bare = await startBareServer(ROOT, { notes: board.notes, width, height });
  onLeave(bare.stop);
  const visitor = { browser: await openBrowser(), board, bareUrl: bare.url, options };
  const visits: FramesResult['visits'] = { ours: [], bare: [] };
  const started = performance.now();
  for (let round = 0; round < options.rounds; round += 1) {
    if (round > 0 && performance.now() - started > ENOUGH_MS) {
      options.say(`frames: this machine is slow or busy, ${round} of ${options.rounds} rounds were made`);
      break;
    }
    // Each goes first in turn, so that none always runs on a machine that the other has warmed.
    for (const name of round % 2 === 0 ? (['bare', 'ours'] as const) : (['ours', 'bare'] as const)) {
      const made = await visitOnce(visitor, name, round);
      visits[name].push(made);
      options.say(
        `frames ${round + 1}/${options.rounds} ${name}: p95 ${made.all.p95.toFixed(0)} ms, usable after ${made.firstUsable.toFixed(0)} ms`,
      );
    }
  }
  return { visits, notes: NOTE_COUNT };
}

async function alone(): Promise<void> {
  const { values } = parseArgs({
    options: { rounds: { type: 'string', default: '3' }, json: { type: 'boolean' }, pictures: { type: 'string' } },
  });
  const result = await measureFrames({
    rounds: Number(values.rounds),
    pictures: values.pictures,
    say: (text) => process.stderr.write(`${text}\n`),
  });
  const summary = summarise(result);
  process.stdout.write(values.json ? `${JSON.stringify({ summary, ...result })}\n` : `${framesReport(result)}\n`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  leaveOnSignals();
  let code = 0;
  try {
    await alone();
  } catch (error) {
    if (!isLeaving()) process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    code = 1;
  } finally {
    await leave();
  }
  process.exit(code);
}
