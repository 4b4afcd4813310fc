/** The map as people read it: card, filters, loops, own points, tour; in two views, and with two people. */
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { paths } from '@/lib/api/contracts';
import { evidencePaths } from '@/lib/api/evidence-contracts';
import { mapPaths, type WorkshopMap } from '@/lib/api/map-contracts';
import { nlGuide } from '@/lib/messages/nl-guide';
import { nlMap } from '@/lib/messages/nl-map';
import { nlSearch } from '@/lib/messages/nl-search';
import { ApiPerson } from '../support/api-person';
import { expect, test } from '../support/e2e-people';

const { card, reading, loops, views, own } = nlMap;
const SIZES = [
  { width: 1280, height: 800 },
  { width: 390, height: 844 },
  { width: 320, height: 256 },
];
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

const heading = (page: Page, name: RegExp | string) => page.getByRole('heading', { level: 2, name });
const inList = (page: Page, id: string) => page.locator(`[data-schema-list] [data-element="${id}"]`);
const openReading = (page: Page) => page.getByRole('button', { name: reading.open, exact: true }).click();
/** A part of 'Lezen', opened by its heading. */
const openPart = (page: Page, title: string) =>
  page.getByRole('heading', { level: 3, name: title, exact: true }).click();

async function openList(page: Page, url: string, workshopId: string): Promise<void> {
  await page.goto(url + paths.list(workshopId));
  await expect(page.locator('[data-schema-list]')).toBeVisible();
}

async function isClean(page: Page, what: string): Promise<void> {
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(overflow, `${what} is wider than its window`).toBeLessThanOrEqual(0);
  const { violations } = await new AxeBuilder({ page }).withTags(TAGS).exclude('.tl-container').analyze();
  expect(
    violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target).join(' ')}`),
    what,
  ).toEqual([]);
}

test('[MU1] in the list a card has an address, and the back button walks the cards back', async ({
  url,
  session,
  participant,
  pageOf,
}) => {
  const page = await pageOf((await participant('Testpersoon')).person);
  await page.goto(url + evidencePaths.element(session.workshopId, 'L5.3.1', 'lijst'));
  await expect(heading(page, /^5\.3\.1 /)).toBeVisible();
  await expect(page.getByText(nlGuide.explanation.label)).toBeVisible();
  await page.getByRole('navigation', { name: card.path }).getByRole('link').first().click();
  await expect(heading(page, /^5\.3 /)).toBeFocused();
  await expect(page).toHaveURL(url + evidencePaths.element(session.workshopId, 'L5.3', 'lijst'));
  await expect(page).toHaveTitle(/^5\.3 /);
  await page.goBack();
  await expect(heading(page, /^5\.3\.1 /)).toBeVisible();
  await page.goForward();
  await expect(heading(page, /^5\.3 /)).toBeVisible();
  await page.getByRole('button', { name: card.backToList }).click();
  await expect(page.locator('[data-schema-list]')).toBeVisible();
  await expect(page).toHaveURL(url + paths.list(session.workshopId));
  await page.goBack();
  await expect(heading(page, /^5\.3 /)).toBeVisible();
});

test('[MU1] on the board too, and the board stays as it is', async ({ url, session, participant, pageOf }) => {
  const page = await pageOf((await participant('Testpersoon')).person);
  await page.goto(url + evidencePaths.element(session.workshopId, 'L5.7', 'bord'));
  await expect(heading(page, /^5\.7 /)).toBeVisible({ timeout: 30_000 });
  const board = page.locator('.tl-container');
  await expect(board).toBeVisible();
  await board.evaluate((element) => element.setAttribute('data-same-board', ''));
  const sections = page.locator('#element-card');
  await sections
    .getByRole('link', { name: /^5\.8 / })
    .first()
    .click();
  await expect(heading(page, /^5\.8 /)).toBeFocused();
  await page.goBack();
  await expect(heading(page, /^5\.7 /)).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(sections).toHaveCount(0);
  await expect(page).toHaveURL(url + paths.board(session.workshopId));
  await page.goBack();
  await expect(heading(page, /^5\.7 /)).toBeVisible();
  await expect(page.locator('.tl-container[data-same-board]')).toBeVisible();
  await page.getByRole('link', { name: card.toList }).click();
  await expect(page).toHaveURL(url + evidencePaths.element(session.workshopId, 'L5.7', 'lijst'));
  await expect(heading(page, /^5\.7 /)).toBeVisible();
});

test('[MU8] an address that names no element says so, and leads back', async ({
  url,
  session,
  participant,
  pageOf,
}) => {
  const page = await pageOf((await participant('Testpersoon')).person);
  const answer = await page.goto(`${url}/w/${session.workshopId}/punt/L99.bestaat-niet`);
  expect(answer?.status()).toBe(404);
  await expect(page.getByRole('heading', { level: 1, name: nlMap.missing.title })).toBeVisible();
  await page.getByRole('link', { name: nlMap.missing.toWorkshop }).click();
  await expect(page).toHaveURL(url + paths.workshop(session.workshopId));
  await page.goto(`${url}/w/${session.workshopId}/punt/00000000-0000-4000-8000-000000000000?weergave=lijst`);
  await expect(heading(page, nlMap.missing.title)).toBeVisible();
});

test('[MU9] closing a card leads back to its place in the list, with the focus on it', async ({
  url,
  session,
  participant,
  pageOf,
}) => {
  const page = await pageOf((await participant('Testpersoon')).person);
  await openList(page, url, session.workshopId);
  const layer = page.locator('details#L5\\.7');
  await layer.locator('> summary').click();
  const link = layer.locator('[data-element-link="L5.7"]').first();
  await link.scrollIntoViewIfNeeded();
  const before = await page.evaluate(() => window.scrollY);
  await link.focus();
  await page.keyboard.press('Enter');
  await expect(heading(page, /^5\.7 /)).toBeFocused();
  await page.getByRole('button', { name: card.backToList }).click();
  await expect.poll(() => page.evaluate(() => window.scrollY)).toBe(before);
  expect(await page.evaluate(() => document.activeElement?.closest('[id="L5.7"]')?.id)).toBe('L5.7');
});

test('[MU4] following an effect fades the rest until everything is asked for again', async ({
  url,
  session,
  participant,
  pageOf,
}) => {
  const page = await pageOf((await participant('Testpersoon')).person);
  await page.goto(url + evidencePaths.element(session.workshopId, 'L5.7', 'lijst'));
  await page.getByRole('button', { name: card.followUp, exact: true }).click();
  await expect(page.getByRole('button', { name: card.followUp, exact: true })).toHaveAttribute('aria-pressed', 'true');
  await page.getByRole('button', { name: card.backToList }).click();
  await expect(inList(page, 'L5.6').first()).toHaveAttribute('data-faded', /.+/);
  await expect(inList(page, 'L5.8').first()).not.toHaveAttribute('data-faded', /.*/);
  await expect(inList(page, 'L5.6').first()).toBeVisible();
  await page.getByRole('button', { name: reading.showAll }).click();
  await expect(inList(page, 'L5.6').first()).not.toHaveAttribute('data-faded', /.*/);
  await expect(page.getByRole('button', { name: reading.showAll })).toHaveCount(0);
  await expect(page.locator('main')).toBeFocused();
});

test("[MU10] a saved view and a loop with a name are there after a reload; the loop is the group's, the view is not", async ({
  url,
  session,
  participant,
  pageOf,
}) => {
  const first = await participant('Testpersoon 1');
  const page = await pageOf(first.person);
  await openList(page, url, session.workshopId);
  await openReading(page);
  await page.getByRole('checkbox', { name: /^2\. / }).check();
  await openPart(page, views.title);
  await page.getByRole('textbox', { name: views.name }).fill('Mijn weergave (verzonnen)');
  await page.getByRole('button', { name: views.save }).click();
  await expect(page.getByText(views.saved)).toBeVisible();
  await openPart(page, loops.title);
  await page
    .getByRole('button', { name: new RegExp(`^${loops.save}: `) })
    .first()
    .click();
  await page.getByRole('dialog').getByRole('textbox', { name: loops.name }).fill('Onze kring (verzonnen)');
  await page.getByRole('dialog').getByRole('button', { name: loops.save }).click();
  await expect(
    page.getByRole('button', { name: loops.of(loops.show, 'Onze kring (verzonnen)') }).first(),
  ).toBeVisible();

  await page.reload();
  await expect(page.getByRole('button', { name: reading.showAll })).toHaveCount(0);
  await openReading(page);
  await openPart(page, views.title);
  await page.getByRole('button', { name: views.apply('Mijn weergave (verzonnen)') }).click();
  await expect(page.getByRole('checkbox', { name: /^2\. / })).toBeChecked();
  await expect(page.getByRole('button', { name: reading.showAll })).toBeVisible();

  const other = await pageOf((await participant('Testpersoon 2')).person);
  await openList(other, url, session.workshopId);
  await openReading(other);
  await openPart(other, views.title);
  await expect(other.getByText(views.none)).toBeVisible();
  await openPart(other, loops.title);
  await other
    .getByRole('button', { name: loops.of(loops.show, 'Onze kring (verzonnen)') })
    .first()
    .click();
  await expect(other.getByRole('region', { name: reading.chips })).toContainText('Onze kring (verzonnen)');
});

test('[MU11] an own point is with the others within two seconds, marked as not from the report, and can come back', async ({
  url,
  session,
  participant,
  pageOf,
}) => {
  const first = await participant('Testpersoon 1');
  const second = await participant('Testpersoon 2');
  const page = await pageOf(first.person);
  const other = await pageOf(second.person);
  for (const one of [page, other]) {
    await openList(one, url, session.workshopId);
    await openReading(one);
    await openPart(one, own.title);
    await expect(one.getByText(own.none)).toBeVisible();
  }
  await page.getByRole('button', { name: own.add }).click();
  const form = page.getByRole('dialog');
  await form.getByRole('button', { name: own.save }).click();
  await expect(form.getByText(own.needLabel)).toBeVisible();
  await form.getByRole('textbox', { name: own.label }).fill('Eén vast gezicht (verzonnen)');
  await expect(form.getByText(own.counter(80 - 'Eén vast gezicht (verzonnen)'.length))).toBeVisible();
  await form.getByRole('searchbox', { name: own.findBlocks }).fill('5.3.1');
  await form.getByRole('checkbox').first().check();
  await form.getByRole('button', { name: own.save }).click();
  await expect(form).toHaveCount(0);
  await expect(page.getByRole('button', { name: own.add })).toBeFocused();
  const seen = other.getByRole('link', { name: 'Eén vast gezicht (verzonnen)' }).first();
  await expect(seen).toBeVisible({ timeout: 2_000 });
  await expect(other.getByText(`(${card.notFromReport})`).first()).toBeVisible();
  await expect(other.getByRole('button', { name: `${own.remove} E1` })).toHaveCount(0);

  await page.getByRole('button', { name: `${own.remove} E1` }).click();
  await expect(seen).toHaveCount(0);
  await page.getByRole('button', { name: own.undoPoint('E1') }).click();
  await expect(seen).toBeVisible();
  await seen.click();
  await expect(heading(other, /^E1 /)).toBeFocused();
});

test('[MU12] where people stand is said with their names, and the spread of a dilemma in numbers', async ({
  url,
  session,
  participant,
  pageOf,
}) => {
  const first = await participant('Testpersoon 1');
  const page = await pageOf(first.person);
  const other = await pageOf((await participant('Testpersoon 2')).person);
  for (const one of [page, other]) await one.goto(url + evidencePaths.element(session.workshopId, 'L5.3', 'lijst'));
  await page.getByRole('button', { name: card.standHere }).click();
  await expect(other.getByText(card.standing('Testpersoon 1'))).toBeVisible();
  await page.getByRole('button', { name: card.standHere }).click();
  await expect(other.getByText(card.noOneHere)).toBeVisible();

  const dilemma = 'L5.11.I.2.p1';
  for (const one of [page, other]) await one.goto(url + evidencePaths.element(session.workshopId, dilemma, 'lijst'));
  await page.getByRole('radio').first().check();
  await page.getByRole('combobox').selectOption('gezin');
  await expect(other.getByRole('listitem').filter({ hasText: nlMap.dilemma.people(1) })).toHaveCount(1);
  const stored = await first.person.ask<WorkshopMap>('GET', mapPaths.map(session.workshopId));
  expect(stored.stances).toEqual([
    { person: `p:${first.joined.participantId}`, elementId: dilemma, pole: -2, level: 'gezin' },
  ]);
});

test('[MU13] the tour comes once, goes with Escape, and is one press away afterwards', async ({
  url,
  session,
  pageOf,
}) => {
  const person = new ApiPerson(url);
  await person.join(session.participantToken, 'Nieuw (verzonnen)');
  const page = await pageOf(person, { width: 390, height: 844 });
  await openList(page, url, session.workshopId);
  const tour = page.getByRole('region', { name: nlGuide.tour.title });
  await expect(tour).toBeVisible();
  await tour.getByRole('button', { name: nlGuide.tour.next }).click();
  await expect(tour.getByText(/^Stap 2 van /)).toBeVisible();
  await isClean(page, 'tour');
  await page.keyboard.press('Escape');
  await expect(tour).toHaveCount(0);

  const mine = page.waitForResponse((answer) => answer.url().endsWith(mapPaths.mine(session.workshopId)));
  await page.reload();
  await expect((await mine).json()).resolves.toMatchObject({ tourSeen: true });
  await openReading(page);
  await expect(page.getByRole('checkbox').first()).toBeVisible();
  await expect(tour).toHaveCount(0);
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: nlMap.guide.open, exact: true }).click();
  await page.getByRole('dialog').getByRole('button', { name: nlGuide.tour.again }).click();
  await expect(tour).toBeVisible();
});

test('[MU13] the tour waits until no window is open', async ({ url, session, pageOf }) => {
  const person = new ApiPerson(url);
  await person.join(session.participantToken, 'Nieuw (verzonnen)');
  const page = await pageOf(person);
  let answer = (): void => undefined;
  const held = new Promise<void>((resolve) => {
    answer = resolve;
  });
  await page.route(`**${mapPaths.mine(session.workshopId)}`, async (route) => {
    await held;
    await route.continue();
  });
  await openList(page, url, session.workshopId);
  await page.getByRole('button', { name: nlMap.guide.open, exact: true }).click();
  await expect(page.getByRole('dialog')).toBeVisible();
  const arrived = page.waitForResponse((response) => response.url().endsWith(mapPaths.mine(session.workshopId)));
  answer();
  await (await arrived).finished();
  const skip = page.getByRole('button', { name: nlGuide.tour.skip, includeHidden: true });
  // Two frames: what an answer starts has started by then.
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  await expect(skip).toHaveCount(0);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(skip).toBeVisible();
});

/** Presses Tab until `name` has the focus. */
async function tabTo(page: Page, name: string | RegExp): Promise<void> {
  const wanted = page.getByRole('button', { name, exact: typeof name === 'string' }).first();
  for (let presses = 0; presses < 60; presses += 1) {
    if (await wanted.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`no Tab leads to ${name}`);
}

for (const size of SIZES)
  test(`[MU14] all of it by keyboard alone, axe clean, at ${size.width}×${size.height}`, async ({
    url,
    session,
    participant,
    pageOf,
  }) => {
    const page = await pageOf((await participant('Testpersoon')).person, size);
    await openList(page, url, session.workshopId);
    await tabTo(page, reading.open);
    await page.keyboard.press('Enter');
    const panel = page.getByRole('region', { name: reading.title });
    await expect(panel).toBeFocused();
    for (const title of [own.title, loops.title, views.title, nlMap.coverage.title]) await openPart(page, title);
    await isClean(page, 'Lezen');
    await page.screenshot({ path: `test-results/screens/map-reading-${size.width}.png` });
    await page.getByRole('checkbox', { name: /^1\. / }).focus();
    await page.keyboard.press('Space');
    await expect(page.getByRole('checkbox', { name: /^1\. / })).toBeChecked();
    await page.keyboard.press('Escape');
    await expect(panel).toHaveCount(0);
    await expect(page.getByRole('button', { name: reading.open, exact: true })).toBeFocused();
    await isClean(page, 'list with a filter');

    await page.keyboard.press('/');
    await expect(page.getByRole('searchbox', { name: nlSearch.label })).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);

    await tabTo(page, nlMap.guide.open);
    await page.keyboard.press('Enter');
    await expect(page.getByRole('dialog')).toBeVisible();
    await isClean(page, 'Leeswijzer');
    await page.keyboard.press('Escape');
    await expect(page.getByRole('button', { name: nlMap.guide.open, exact: true })).toBeFocused();

    await tabTo(page, nlSearch.open);
    await page.keyboard.press('Enter');
    await expect(page.getByLabel(nlSearch.label)).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('button', { name: nlSearch.open, exact: true })).toBeFocused();

    for (const id of ['L5.5', 'IP1.2', 'L5.11.I.2.p1']) {
      await page.goto(url + evidencePaths.element(session.workshopId, id, 'lijst'));
      await expect(page.getByRole('button', { name: card.copy })).toBeVisible();
      await isClean(page, `card ${id}`);
      await page.screenshot({
        path: `test-results/screens/map-card-${id}-${size.width}.png`,
        fullPage: size.width > 320,
      });
    }
    await tabTo(page, card.followBoth);
    await page.keyboard.press('Enter');
    await expect(page.getByRole('button', { name: reading.showAll })).toBeVisible();
  });

for (const size of SIZES)
  test(`[MU14] the card beside the board, axe clean, at ${size.width}×${size.height}`, async ({
    url,
    session,
    participant,
    pageOf,
  }) => {
    const page = await pageOf((await participant('Testpersoon')).person, size);
    await page.goto(url + evidencePaths.element(session.workshopId, 'L5.7', 'bord'));
    await expect(heading(page, /^5\.7 /)).toBeVisible({ timeout: 30_000 });
    await expect(page.locator('.tl-canvas')).toBeVisible({ timeout: 30_000 });
    await page.getByRole('button', { name: card.followUp, exact: true }).press('Enter');
    await expect(page.getByRole('button', { name: reading.showAll })).toBeVisible();
    await isClean(page, 'card beside the board');
    await page.screenshot({ path: `test-results/screens/map-board-card-${size.width}.png` });
  });
