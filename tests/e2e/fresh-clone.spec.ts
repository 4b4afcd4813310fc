/**
 * The main job from nothing: a clone in an empty folder, `npm start`, two browsers, one schema, a note that crosses
 * over, a vote with the right result; and a second start that finds it all back.
 */
import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Browser, expect, type Page, test } from '@playwright/test';
import { nlCanvas } from '@/lib/messages/nl-canvas';
import { nlGuide } from '@/lib/messages/nl-guide';
import { nlHome } from '@/lib/messages/nl-home';
import { nlJoin } from '@/lib/messages/nl-join';
import { nlManage } from '@/lib/messages/nl-manage';
import { nlVote } from '@/lib/messages/nl-vote';
import { freePort } from '../support/free-port';
import { type Product, repoRoot, startProduct } from '../support/product';

const NOTE = 'Een verzonnen notitie';

/** What is committed, and what is not yet: a clone must hold what the tests are about. */
function clone(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'knooppunt-clone-'));
  chmodSync(folder, 0o755);
  const target = path.join(folder, 'knooppunt');
  execFileSync('git', ['clone', '--quiet', '--no-hardlinks', repoRoot, target]);
  return target;
}

async function newBrowser(browser: Browser): Promise<Page> {
  return (await browser.newContext({ locale: 'nl-NL', viewport: { width: 1440, height: 900 } })).newPage();
}

/** Signs in with the printed link; one click makes the example. Resolves with the address of the session. */
async function makeExample(page: Page, product: Product): Promise<string> {
  await page.goto(product.url + product.signInPath);
  await page.getByRole('button', { name: 'Inloggen' }).click();
  await page.getByRole('button', { name: nlHome.example }).click();
  await seesWholeSchema(page);
  await skipTour(page);
  return new URL(page.url()).pathname;
}

async function seesWholeSchema(page: Page): Promise<void> {
  await expect(page.locator('.tl-canvas')).toBeVisible({ timeout: 30_000 });
  for (const layer of ['Diepliggende factoren en invloeden', 'Meer schade', 'Hulpvraag, signaal', 'Politiek']) {
    await expect(page.locator('.tl-canvas').getByText(layer, { exact: true }).first()).toBeVisible();
  }
  // The list of a narrower window lies ready in the same page.
  await expect(page.getByText(nlCanvas.save.saved, { exact: true }).filter({ visible: true })).toBeVisible();
}

/** The tour of a first visit lies over the board until somebody ends it. */
async function skipTour(page: Page): Promise<void> {
  await page.getByRole('button', { name: nlGuide.tour.skip, exact: true }).click();
  await expect(page.getByRole('button', { name: nlGuide.tour.skip, exact: true })).toHaveCount(0);
}

async function joinByLink(page: Page, product: Product, link: string, name: string): Promise<void> {
  await page.goto(product.url + new URL(link).pathname);
  await page.getByLabel(nlJoin.name).fill(name);
  await page.getByRole('button', { name: nlJoin.button, exact: true }).click();
  await seesWholeSchema(page);
}

async function writeNote(page: Page): Promise<void> {
  await page.getByRole('button', { name: nlCanvas.tools.note }).click();
  await page.locator('.tl-canvas').click({ position: { x: 720, y: 420 } });
  await page.keyboard.type(NOTE);
  await page.keyboard.press('Escape');
}

async function vote(page: Page, product: Product, session: string, number: string, dots: number): Promise<void> {
  await page.goto(`${product.url}${session}/stemmen`);
  for (let dot = 0; dot < dots; dot += 1)
    await page.getByRole('button', { name: `Zet een stip bij ${number} ` }).click();
  await page.getByRole('button', { name: nlVote.review }).click();
  await page.getByRole('button', { name: nlVote.send }).click();
  await expect(page.getByText(nlVote.sentTitle)).toBeVisible();
}

test('a fresh clone becomes a shared board in one command', async ({ browser }) => {
  test.setTimeout(600_000);
  const folder = clone();
  const data = path.join(folder, '.data');
  const port = await freePort();
  const options = { port, data, cwd: folder, env: { KNOOPPUNT_DIST: '' } };
  let product = await startProduct({ ...options, timeoutMs: 400_000 });
  try {
    const facilitator = await newBrowser(browser);
    const session = await makeExample(facilitator, product);
    await facilitator.goto(`${product.url}${session}/beheer`);
    const link = await facilitator.getByRole('textbox', { name: nlManage.link }).inputValue();
    await facilitator.getByRole('button', { name: nlManage.takePart }).click();
    await facilitator.getByLabel(nlManage.yourName).fill('Testbegeleider');
    await facilitator.getByRole('button', { name: nlManage.takePart }).last().click();
    await expect(facilitator.getByText(nlManage.takePartDone('Testbegeleider'))).toBeVisible();
    await facilitator.goto(product.url + session);
    await seesWholeSchema(facilitator);

    const participant = await newBrowser(browser);
    const arrived = Date.now();
    await joinByLink(participant, product, link, 'Testpersoon');
    expect(Date.now() - arrived, 'milliseconds from link to board').toBeLessThan(10_000);
    await skipTour(participant);
    await writeNote(participant);
    await expect(facilitator.locator('.tl-canvas').getByText(NOTE)).toBeAttached();
    await expect(participant.getByText(nlCanvas.save.saved, { exact: true }).filter({ visible: true })).toBeVisible();

    await facilitator.goto(`${product.url}${session}/beheer`);
    await facilitator.getByRole('button', { name: nlManage.openRound }).click();
    await facilitator.getByRole('button', { name: nlManage.fewAnyway }).click();
    await expect(facilitator.getByText(nlManage.roundOpen, { exact: true })).toBeVisible();
    await vote(participant, product, session, '2.3', 3);
    await vote(facilitator, product, session, '5.6', 2);
    await facilitator.goto(`${product.url}${session}/beheer`);
    await facilitator.getByRole('button', { name: nlManage.closeRound, exact: true }).click();
    await facilitator.getByRole('dialog').getByRole('button', { name: nlManage.closeRound }).click();
    // Nobody reloads: the result comes by itself, on the page where one voted.
    await expect(participant.getByRole('heading', { level: 1, name: nlVote.closedTitle })).toBeVisible();
    const rows = participant.getByRole('row');
    await expect(rows.filter({ hasText: /^2\.3/ })).toContainText('3');
    await expect(rows.filter({ hasText: /^5\.6/ })).toContainText('2');

    expect(await product.stop()).toBe(0);
    expect(existsSync(path.join(data, 'server.pid'))).toBe(false);
    const again = Date.now();
    product = await startProduct(options);
    expect(Date.now() - again, 'milliseconds of a second start').toBeLessThan(20_000);
    await participant.goto(`${product.url}${session}?weergave=bord`);
    await seesWholeSchema(participant);
    await expect(participant.locator('.tl-canvas').getByText(NOTE)).toBeAttached();
    await participant.context().close();
    await facilitator.context().close();
  } finally {
    await product.stop();
    rmSync(path.dirname(folder), { recursive: true, force: true });
  }
});
