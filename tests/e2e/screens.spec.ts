/**
 * Every screen at three sizes: no violations that axe can find, nothing wider than the window, one h1, nothing from
 * another host. The pictures land in test-results/screens, to be looked at.
 */
import { randomUUID } from 'node:crypto';
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { paths, type RoundView } from '@/lib/api/contracts';
import { ApiPerson } from '../support/api-person';
import { expect, test } from '../support/e2e-people';

const SIZES = [
  { width: 1440, height: 900 },
  { width: 390, height: 844 },
  { width: 320, height: 256 },
];
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

async function check(page: Page, name: string, size: { width: number; height: number }, fullPage = true) {
  await expect(page.locator('h1')).toHaveCount(1);
  await page.screenshot({
    path: `test-results/screens/${name}-${size.width}.png`,
    fullPage: fullPage && size.width > 320,
  });
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(overflow, `${name} at ${size.width} is wider than its window`).toBeLessThanOrEqual(0);
  const { violations } = await new AxeBuilder({ page }).withTags(TAGS).exclude('.tl-container').analyze();
  expect(
    violations.map((found) => `${found.id}: ${found.nodes.map((node) => node.target).join(' ')}`),
    `${name} at ${size.width}`,
  ).toEqual([]);
}

for (const size of SIZES) {
  test(`visitor's screens at ${size.width}×${size.height}`, async ({ url, session, pageOf }) => {
    const page = await pageOf(undefined, size);
    await page.goto(url);
    await check(page, 'home-visitor', size);
    await page.goto(url + paths.signIn('bestaat-niet'));
    await check(page, 'sign-in', size);
    await page.goto(url + paths.joinLink(session.participantToken));
    await expect(page).toHaveURL(url + paths.join);
    await check(page, 'join', size);
    await page.goto(url + paths.joinLink('bestaat-niet'));
    await check(page, 'join-unknown', size);
    await page.goto(`${url}/bestaat-niet`);
    await check(page, 'not-found', size);
    await page.goto(url + paths.workshop(session.workshopId));
    await check(page, 'no-access', size);
  });

  test(`participant's screens at ${size.width}×${size.height}`, async ({
    url,
    facilitator,
    session,
    participant,
    pageOf,
  }) => {
    const { person } = await participant('Testpersoon');
    const page = await pageOf(person, size);
    await page.goto(url + paths.vote(session.workshopId));
    await check(page, 'vote-none', size);
    const round = await facilitator.ask<RoundView>('POST', paths.api.rounds(session.workshopId), { budget: 5, cap: 3 });
    await expect(page.getByRole('status').filter({ hasText: '5 van 5' })).toBeVisible();
    await check(page, 'vote', size);
    await page.goto(`${url}${paths.workshop(session.workshopId)}?weergave=lijst`);
    await check(page, 'list', size, false);
    await person.ask('PUT', paths.api.ballot(session.workshopId, round.id), {
      allocation: { '1.1': 3, '4.2': 2 },
      idempotencyKey: randomUUID(),
    });
    await page.goto(url + paths.result(session.workshopId, round.id));
    await check(page, 'result-waiting', size);
    await facilitator.ask('POST', paths.api.closeRound(session.workshopId, round.id));
    await expect(page.getByRole('table')).toBeAttached();
    await check(page, 'result', size);
  });

  test(`facilitator's screens at ${size.width}×${size.height}`, async ({
    url,
    facilitator,
    session,
    participant,
    pageOf,
  }) => {
    await participant('Testpersoon');
    const page = await pageOf(facilitator, size);
    await page.goto(url);
    await check(page, 'home-facilitator', size);
    await page.goto(url + paths.manage(session.workshopId));
    await expect(page.getByText(session.code)).toBeVisible();
    await check(page, 'manage', size);
  });

  test(`observer's join and the board at ${size.width}×${size.height}`, async ({ url, session, pageOf }) => {
    const observer = new ApiPerson(url);
    const page = await pageOf(observer, size);
    await page.goto(url + paths.joinLink(session.observerToken));
    await check(page, 'join-observer', size);
    await observer.join(session.observerToken, 'Testwaarnemer');
    const board = await pageOf(observer, size);
    await board.goto(url + paths.board(session.workshopId));
    await expect(board.locator('.tl-canvas')).toBeVisible({ timeout: 30_000 });
    await check(board, 'board-observer', size, false);
  });
}
