/** Two people on one board, in two browsers; what they make is checked in the document, not only on the screen. */
import type { Page } from '@playwright/test';
import { paths, type RoundView } from '@/lib/api/contracts';
import type { ArrowRecord, NoteRecord } from '@/lib/collab/records';
import { readRecords } from '@/lib/collab/workshop-doc';
import { nlCanvas } from '@/lib/messages/nl-canvas';
import { nlWorkshop } from '@/lib/messages/nl-workshop';
import { ApiPerson, type BoardSession } from '../support/api-person';
import { expect, test } from '../support/e2e-people';

const canvas = (page: Page) => page.locator('.tl-canvas');

async function openBoard(page: Page, url: string, workshopId: string): Promise<void> {
  await page.goto(url + paths.board(workshopId));
  await expect(canvas(page)).toBeVisible({ timeout: 30_000 });
  await expect(page.getByText(nlCanvas.save.saved, { exact: true })).toBeVisible();
}

/** The middle of a layer's title: far away, a click there chooses that layer. */
async function placeOf(page: Page, title: string): Promise<{ x: number; y: number }> {
  const box = await canvas(page).getByText(title, { exact: true }).first().boundingBox();
  if (!box) throw new Error(`${title} is not on the screen`);
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

async function chooseTool(page: Page, tool: keyof typeof nlCanvas.tools): Promise<void> {
  await page.getByRole('button', { name: nlCanvas.tools[tool], exact: false }).first().click();
}

function recordsOf<Kind extends 'note' | 'arrow'>(board: BoardSession, kind: Kind) {
  const all = [...readRecords(board.doc).values()].filter((record) => record.kind === kind);
  return all as (Kind extends 'note' ? NoteRecord : ArrowRecord)[];
}

test('[CV5] [CV16] a note and an arrow belong to what they were put on, and the other sees them', async ({
  url,
  session,
  participant,
  pageOf,
}) => {
  const first = await participant('Testpersoon 1');
  const second = await participant('Testpersoon 2');
  const writing = await pageOf(first.person);
  const looking = await pageOf(second.person);
  await openBoard(writing, url, session.workshopId);
  await openBoard(looking, url, session.workshopId);
  const document = second.person.openBoard(session.boardId);
  await document.ready();

  const from = await placeOf(writing, 'Hulpvraag, signaal');
  const to = await placeOf(writing, 'Professionals in de zorg');
  await chooseTool(writing, 'arrow');
  await writing.mouse.move(from.x, from.y);
  await writing.mouse.down();
  await writing.mouse.move((from.x + to.x) / 2, to.y, { steps: 5 });
  await writing.mouse.move(to.x, to.y, { steps: 5 });
  await writing.mouse.up();
  await expect
    .poll(() =>
      recordsOf(document, 'arrow')
        .map(({ start, end }) => `${start.element} ${end.element}`)
        .join(),
    )
    .toMatch(/^L5\.4\.[A-C] L5\.7\.[1-8]$/);

  const place = await placeOf(writing, 'Meer schade');
  await chooseTool(writing, 'note');
  await writing.mouse.click(place.x, place.y);
  await writing.keyboard.type('Verzonnen notitie bij een laag');
  await writing.keyboard.press('Escape');
  await expect
    .poll(() => recordsOf(document, 'note').map(({ text, attached, author }) => [text, attached, author]))
    .toEqual([['Verzonnen notitie bij een laag', 'L5.9', `p:${first.joined.participantId}`]]);
  await expect(canvas(looking).getByText('Verzonnen notitie bij een laag')).toBeAttached();
  document.close();
});

test("[CV1] [CV10] the schema cannot be deleted, and undo takes back only what is one's own", async ({
  url,
  session,
  participant,
  pageOf,
}) => {
  const first = await participant('Testpersoon 1');
  const second = await participant('Testpersoon 2');
  const page = await pageOf(first.person);
  const other = await pageOf(second.person);
  await openBoard(page, url, session.workshopId);
  await openBoard(other, url, session.workshopId);
  const document = first.person.openBoard(session.boardId);
  await document.ready();
  const write = async (who: Page, layer: string, text: string) => {
    const place = await placeOf(who, layer);
    await chooseTool(who, 'note');
    await who.mouse.click(place.x, place.y);
    await who.keyboard.type(text);
    await who.keyboard.press('Escape');
    await who.getByRole('button', { name: nlCanvas.wholePicture }).click();
    await expect.poll(() => recordsOf(document, 'note').some((note) => note.text === text)).toBe(true);
  };
  await write(page, 'Hulpvraag, signaal', 'Van de een (verzonnen)');
  await write(other, 'Het veld van spelers', 'Van de ander (verzonnen)');

  await page.getByRole('button', { name: nlCanvas.undo, exact: false }).first().click();
  await page.getByRole('button', { name: nlCanvas.undo, exact: false }).first().click();
  await expect.poll(() => recordsOf(document, 'note').map((note) => note.text)).toEqual(['Van de ander (verzonnen)']);

  await canvas(other).focus();
  await other.keyboard.press('Control+a');
  await other.keyboard.press('Delete');
  await expect.poll(() => recordsOf(document, 'note')).toEqual([]);
  for (const layer of ['Meer schade', 'Het veld van spelers'])
    await expect(canvas(other).getByText(layer, { exact: true }).first()).toBeVisible();
  document.close();
});

test('[S5] an observer has no tools; who is removed is out within two seconds', async ({
  url,
  facilitator,
  session,
  participant,
  pageOf,
}) => {
  const observer = new ApiPerson(url);
  await observer.join(session.observerToken, 'Testwaarnemer');
  const looking = await pageOf(observer);
  await openBoard(looking, url, session.workshopId);
  await expect(looking.getByRole('button', { name: nlCanvas.tools.note })).toHaveCount(0);

  const guest = await participant('Testpersoon');
  const page = await pageOf(guest.person);
  await openBoard(page, url, session.workshopId);
  await facilitator.ask('DELETE', paths.api.participant(session.workshopId, guest.joined.participantId));
  await expect(page.getByRole('heading', { name: nlWorkshop.bye.removed.title })).toBeVisible({ timeout: 2_000 });
});

test('[B5] after closing, the dots are on the balls of every board', async ({
  url,
  facilitator,
  session,
  participant,
  pageOf,
}) => {
  const { person } = await participant('Testpersoon');
  const page = await pageOf(person);
  await openBoard(page, url, session.workshopId);
  const round = await facilitator.ask<RoundView>('POST', paths.api.rounds(session.workshopId), { budget: 5, cap: 3 });
  await person.ask('PUT', paths.api.ballot(session.workshopId, round.id), {
    allocation: { '3.3': 3 },
    idempotencyKey: 'een-enkele-keer',
  });
  await facilitator.ask('POST', paths.api.closeRound(session.workshopId, round.id));
  await expect(
    canvas(page)
      .getByTitle(`3.3: ${nlCanvas.dots(3)}`)
      .first(),
  ).toBeAttached({ timeout: 6_000 });
});

test('[CV17] the wheel works on arrival, before anybody has clicked', async ({ url, session, participant, pageOf }) => {
  const { person } = await participant('Testpersoon');
  const page = await pageOf(person);
  await openBoard(page, url, session.workshopId);
  const zoom = page.getByRole('group', { name: nlCanvas.zoom });
  const before = Number.parseInt((await zoom.textContent()) ?? '', 10);
  await page.mouse.move(700, 450);
  await page.mouse.wheel(0, -120);
  await expect.poll(async () => Number.parseInt((await zoom.textContent()) ?? '', 10)).toBeGreaterThan(before);
});

test('[CV18] a note by keyboard alone: made, moved, undone, and one for the element in the middle', async ({
  url,
  session,
  participant,
  pageOf,
}) => {
  const { person } = await participant('Testpersoon');
  const page = await pageOf(person);
  await openBoard(page, url, session.workshopId);
  const document = person.openBoard(session.boardId);
  await document.ready();
  await page.getByRole('button', { name: nlCanvas.tools.note }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('textbox', { name: nlCanvas.noteLabel })).toBeFocused();
  await page.keyboard.type('Verzonnen notitie');
  await page.keyboard.press('Escape');
  await expect
    .poll(() => recordsOf(document, 'note').map((note) => note.text.toString()))
    .toEqual(['Verzonnen notitie']);
  const x = recordsOf(document, 'note')[0]?.x ?? 0;
  await page.keyboard.press('ArrowRight');
  await expect.poll(() => recordsOf(document, 'note')[0]?.x).toBe(x + 10);
  await page.keyboard.press('Control+z');
  await expect.poll(() => recordsOf(document, 'note')[0]?.x).toBe(x);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Enter');
  const card = page.locator('#element-card');
  await expect(card.getByRole('heading', { level: 2 }).first()).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(card).toHaveCount(0);
  document.close();
});
