/** The schema at its four depths, what is faded and followed, the small map, and what the address chooses. */
import type { Page } from '@playwright/test';
import { paths } from '@/lib/api/contracts';
import { mapPaths } from '@/lib/api/map-contracts';
import { nlCanvas } from '@/lib/messages/nl-canvas';
import { nlMap } from '@/lib/messages/nl-map';
import { expect, test } from '../support/e2e-people';

const canvas = (page: Page) => page.locator('.tl-canvas');
const container = (page: Page) => page.locator('.tl-container');
const card = (page: Page) => page.locator('#element-card');

async function openBoard(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await expect(canvas(page)).toBeVisible({ timeout: 30_000 });
  await expect(page.getByText(nlCanvas.save.saved, { exact: true })).toBeVisible();
}

/** Zooms where the pointer is until this depth is there. */
async function comeCloser(page: Page, place: { x: number; y: number }, depth: string): Promise<void> {
  await page.mouse.move(place.x, place.y);
  await page.keyboard.down('Control');
  await expect(async () => {
    await page.mouse.wheel(0, -30);
    await expect(container(page)).toHaveAttribute('data-depth', depth, { timeout: 50 });
  }).toPass({ intervals: [16] });
  await page.keyboard.up('Control');
}

/** The transform of the board: where the camera is. */
const cameraOf = (page: Page): Promise<string> =>
  page.locator('.tl-html-layer.tl-shapes').evaluate((layer) => (layer as HTMLElement).style.transform);

async function untilStill(page: Page): Promise<void> {
  let before = '';
  await expect(async () => {
    const now = await cameraOf(page);
    const isStill = now === before;
    before = now;
    expect(isStill).toBe(true);
  }).toPass({ intervals: [150] });
}

/** A point that lies well within what is in sight. */
async function pointInMiddle(page: Page): Promise<{ label: string; x: number; y: number }> {
  const points = await canvas(page)
    .locator('[class*="point"]')
    .evaluateAll((elements) =>
      elements.map((element) => {
        const { x, y, width, height } = element.getBoundingClientRect();
        return { label: element.textContent.split('\n')[0] ?? '', x: x + width / 4, y: y + height / 2 };
      }),
    );
  const found = points.find(({ x, y }) => x > 200 && x < 900 && y > 200 && y < 700);
  if (!found) throw new Error('no point is in sight');
  return found;
}

const picture = (name: string) => ({ path: `test-results/depths/${name}.png` });

test('[CV2] [CV27] four depths, from essence to what a point rests on', async ({
  url,
  session,
  participant,
  pageOf,
}) => {
  const { person } = await participant('Testpersoon');
  const page = await pageOf(person);
  await openBoard(page, url + paths.board(session.workshopId));
  await expect(container(page)).toHaveAttribute('data-depth', 'far');
  await page.screenshot(picture('1-far'));
  const place = { x: 640, y: 600 };
  for (const [depth, name] of [
    ['middle', '2-middle'],
    ['near', '3-near'],
    ['nearest', '4-nearest'],
  ] as const) {
    await comeCloser(page, place, depth);
    await untilStill(page);
    await page.screenshot(picture(name));
  }
  await expect(canvas(page).getByTitle(nlCanvas.openCard).first()).toBeAttached();
});

test('[CV23] a click on a ball and on a point opens its card; back closes it', async ({
  url,
  session,
  participant,
  pageOf,
}) => {
  const { person } = await participant('Testpersoon');
  const page = await pageOf(person);
  await openBoard(page, url + paths.board(session.workshopId));
  await canvas(page).getByTitle('3.3', { exact: true }).first().click({ force: true });
  await expect(card(page)).toContainText('3.3');
  await page.screenshot(picture('card-of-ball'));
  await page.goBack();
  await expect(card(page)).toHaveCount(0);
  await page.getByRole('button', { name: nlCanvas.wholePicture }).click();
  await untilStill(page);
  await comeCloser(page, { x: 640, y: 600 }, 'near');
  await untilStill(page);
  const { label, x, y } = await pointInMiddle(page);
  await page.mouse.click(x, y);
  await expect(card(page).getByRole('heading').first()).toContainText(label.slice(0, 20));
});

test('[CV23] what the address names is brought into sight', async ({ url, session, participant, pageOf }) => {
  const { person } = await participant('Testpersoon');
  const page = await pageOf(person);
  await openBoard(page, url + paths.board(session.workshopId));
  const whole = await cameraOf(page);
  await openBoard(page, `${url}/w/${session.workshopId}/punt/L5.5.2?weergave=bord`);
  await expect(card(page)).toBeVisible();
  await untilStill(page);
  expect(await cameraOf(page)).not.toBe(whole);
  await expect(container(page)).not.toHaveAttribute('data-depth', 'far');
  await page.screenshot(picture('card-by-address'));
});

test('[CV22] [CV25] a point of the group stands on the board, and says what it is', async ({
  url,
  session,
  facilitator,
  pageOf,
}) => {
  await facilitator.ask('POST', mapPaths.ownPoints(session.workshopId), {
    label: 'Verzonnen eigen punt',
    explanation: '',
    concerns: ['L5.5.2'],
  });
  await facilitator.ask('POST', mapPaths.facts(session.workshopId), {
    elementId: 'L5.5.2',
    kind: 'cijfer',
    text: 'Een verzonnen cijfer',
    source: 'verzonnen',
    dated: '2026',
  });
  const page = await pageOf(facilitator);
  await openBoard(page, url + paths.board(session.workshopId));
  const ball = canvas(page).getByTitle(nlCanvas.ownPoint('E1', 'Verzonnen eigen punt')).first();
  await expect(ball).toBeVisible();
  await ball.click({ force: true });
  await expect(card(page)).toContainText('Verzonnen eigen punt');
  await untilStill(page);
  await page.screenshot(picture('own-point'));
  await card(page).getByRole('button', { name: nlMap.card.followUp, exact: true }).click();
  await expect(canvas(page).locator('[class*="litArrow"]').first()).toBeAttached();
  await expect(canvas(page).locator('[class*="layer"][class*="faded"]').first()).toBeAttached();
  await page.screenshot(picture('following'));
  await page.goto(`${url}/w/${session.workshopId}/punt/L5.5.2?weergave=bord`);
  await expect(canvas(page).getByTitle(nlCanvas.facts(1)).first()).toBeAttached();
});

test('[CV28] following shows the whole schema beside card and chips; lines between points on request', async ({
  url,
  session,
  participant,
  pageOf,
}) => {
  const { person } = await participant('Testpersoon');
  const page = await pageOf(person);
  await openBoard(page, `${url}/w/${session.workshopId}/punt/L5.2?weergave=bord`);
  await card(page).getByRole('button', { name: nlMap.card.followBoth, exact: true }).click();
  await untilStill(page);
  const cardBox = await card(page).boundingBox();
  const essence = (text: string) => canvas(page).getByText(text, { exact: true }).boundingBox();
  for (const title of ['Diepliggende factoren en invloeden', 'Schade aan mensen en samenleving, nu en later']) {
    const box = await essence(title);
    if (!box || !cardBox) throw new Error('nothing to see');
    expect(box.y).toBeGreaterThan(100);
    expect(box.y + box.height).toBeLessThan(900);
    expect(box.x + box.width).toBeLessThan(cardBox.x);
  }
  await page.screenshot(picture('following-whole'));
  await page.getByRole('button', { name: nlMap.reading.open, exact: true }).click();
  await page.getByLabel(nlMap.reading.family.links, { exact: true }).check();
  await expect(canvas(page).locator('path[data-stated="false"]')).toHaveCount(29);
  await page.getByRole('button', { name: nlMap.reading.close, exact: true }).click();
  await page.screenshot(picture('links'));
});

test('[CV24] the small map moves the board, by pointer and by arrow keys', async ({
  url,
  session,
  participant,
  pageOf,
}) => {
  const { person } = await participant('Testpersoon');
  const page = await pageOf(person);
  await openBoard(page, url + paths.board(session.workshopId));
  const map = page.getByRole('button', { name: nlCanvas.map.label });
  await expect(map).toHaveCount(0);
  await comeCloser(page, { x: 640, y: 500 }, 'near');
  await untilStill(page);
  const before = await cameraOf(page);
  await map.click({ position: { x: 20, y: 140 } });
  await expect.poll(() => cameraOf(page)).not.toBe(before);
  const moved = await cameraOf(page);
  await map.focus();
  await page.keyboard.press('ArrowRight');
  await expect.poll(() => cameraOf(page)).not.toBe(moved);
  await page.screenshot(picture('small-map'));
  await page.getByRole('button', { name: nlCanvas.map.title, exact: true }).click();
  await expect(map).toHaveCount(0);
});

test('[CV26] on a phone one begins at the bottom of the schema', async ({ url, session, participant, pageOf }) => {
  const { person } = await participant('Testpersoon');
  const page = await pageOf(person, { width: 390, height: 844 });
  await openBoard(page, url + paths.board(session.workshopId));
  const title = canvas(page).getByText('Diepliggende factoren en invloeden', { exact: true });
  const box = await title.boundingBox();
  if (!box) throw new Error('the title is not there');
  expect(box.y).toBeGreaterThan(844 / 2);
  expect(box.y + box.height).toBeLessThan(844);
  await expect(page.getByRole('button', { name: nlCanvas.map.label })).toBeHidden();
  await page.screenshot(picture('phone'));
  await page.getByRole('button', { name: nlCanvas.wholePicture }).click();
  await untilStill(page);
  await page.screenshot(picture('phone-whole'));
});
