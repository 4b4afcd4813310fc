/** The list without a mouse and without a canvas, while somebody else has the board open and sees it all. */
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { COMMAND_IDS } from '@/components/commands/registry';
import { paths } from '@/lib/api/contracts';
import { evidencePaths } from '@/lib/api/evidence-contracts';
import { mapPaths } from '@/lib/api/map-contracts';
import { addNote, removeNote } from '@/lib/collab/note-commands';
import type { NoteRecord } from '@/lib/collab/records';
import { readRecords, textOf } from '@/lib/collab/workshop-doc';
import { nlCanvas } from '@/lib/messages/nl-canvas';
import { nlListLive } from '@/lib/messages/nl-list';
import { nlMap } from '@/lib/messages/nl-map';
import { nlNotes } from '@/lib/messages/nl-notes';
import { nlSearch } from '@/lib/messages/nl-search';
import { nlList } from '@/lib/messages/nl-workshop';
import type { ApiPerson, BoardSession } from '../support/api-person';
import { expect, test } from '../support/e2e-people';
import { expectFocusSomewhere, press, tabTo } from '../support/keyboard';

const LAPTOP = { width: 1280, height: 800 };
const PHONE = { width: 390, height: 844 };
const ZOOMED = { width: 320, height: 256 };
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
/** Up the track of family, and up the track of care. */
const TRACKS = [
  ['L5.1', 'L5.2', 'L5.3', 'L5.4', 'L5.8', 'L5.9', 'L5.10'],
  ['L5.1', 'L5.5', 'L5.6', 'L5.7', 'L5.8', 'L5.9', 'L5.10'],
];
const BLOCK = 'L5.10.A';

const summaryOf = (page: Page, id: string) => page.locator(`[id="${id}"] > summary`);
const notesOf = (page: Page, id: string) => page.locator(`[data-notes-of="${id}"]`);
const canvas = (page: Page) => page.locator('.tl-canvas');
const notesIn = (board: BoardSession) =>
  [...readRecords(board.doc).values()].filter((record): record is NoteRecord => record.kind === 'note');

async function openList(page: Page, url: string, workshopId: string): Promise<void> {
  await page.goto(url + paths.list(workshopId));
  await expect(page.getByText(nlCanvas.save.saved, { exact: true }).first()).toBeVisible();
}

async function withoutTour(person: ApiPerson, workshopId: string): Promise<ApiPerson> {
  await person.send('POST', mapPaths.tour(workshopId));
  return person;
}

async function violations(page: Page): Promise<string[]> {
  const found = await new AxeBuilder({ page }).withTags(TAGS).analyze();
  return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target).join(' ')}`);
}

test('[LV1] [LV3] [LV10] a whole session in the list by keyboard, and all of it on the board of somebody else', async ({
  url,
  session,
  participant,
  pageOf,
}) => {
  test.setTimeout(180_000);
  const reader = await participant('Testpersoon lijst');
  const looker = await participant('Testpersoon bord');
  await withoutTour(reader.person, session.workshopId);
  await withoutTour(looker.person, session.workshopId);
  const page = await pageOf(reader.person, LAPTOP);
  const board = await pageOf(looker.person);
  await board.goto(url + evidencePaths.element(session.workshopId, BLOCK, 'bord'));
  await expect(canvas(board)).toBeVisible({ timeout: 30_000 });
  const peer = looker.person.openBoard(session.boardId);
  await peer.ready();
  await openList(page, url, session.workshopId);
  await expect(page.locator('.tl-container, canvas')).toHaveCount(0);
  /** what the other sees in the card of the block that is open beside the board */
  const seen = (text: string) => board.locator('[data-note]').filter({ hasText: text });
  /** and on the board itself, wherever it lies there */
  const drawn = (text: string) => canvas(board).getByText(text);

  await test.step('read from 5.1 to 5.10 by what leads to what', async () => {
    for (const track of TRACKS) {
      await tabTo(page, summaryOf(page, 'L5.1'), track === TRACKS[0] ? 'Tab' : 'Shift+Tab');
      if (!(await page.locator('[id="L5.1"]').evaluate((layer) => (layer as HTMLDetailsElement).open)))
        await page.keyboard.press('Enter');
      for (const [at, id] of track.slice(0, -1).entries()) {
        const next = track[at + 1] ?? '';
        const way = page.locator(`[id="${id}"] a[href="#${next}"]`).first();
        await expect(way.locator('xpath=ancestor::li[1]')).toContainText(nlList.leadsTo);
        await press(page, way);
        await expect(summaryOf(page, next)).toBeFocused();
        await expect(page.locator(`[id="${next}"]`)).toHaveJSProperty('open', true);
      }
    }
  });

  await test.step('open what a block rests on, and come back to it', async () => {
    await press(page, summaryOf(page, BLOCK));
    await press(page, page.locator(`[id="${BLOCK}"] [data-element-link="${BLOCK}"]`));
    await expect(page.locator('article h2')).toBeFocused();
    await expect(page.locator(`[data-evidence="${BLOCK}"]`)).toBeVisible();
    await press(page, page.getByRole('button', { name: 'Terug naar de lijst' }), 'Shift+Tab');
    await expectFocusSomewhere(page);
  });

  const place = notesOf(page, BLOCK);
  await test.step('add a note', async () => {
    await press(page, place.locator('[data-command="note.add"]'));
    await expect(page.getByLabel(nlNotes.addLabel)).toBeFocused();
    await page.keyboard.type('Wij missen een plan (verzonnen)');
    await press(page, page.getByRole('button', { name: nlNotes.save }));
    await expect(place.locator('[data-note]')).toBeFocused();
    await expect(place.getByText(nlCanvas.save.saved, { exact: true })).toBeVisible();
    await expect(seen('Wij missen een plan (verzonnen)')).toBeVisible();
    await expect(drawn('Wij missen een plan')).toBeAttached();
    expect(notesIn(peer)).toMatchObject([{ attached: BLOCK, author: `p:${reader.joined.participantId}` }]);
  });

  await test.step('change it', async () => {
    await press(page, place.locator('[data-command="note.edit"]'));
    await expect(page.getByLabel(nlNotes.editLabel)).toBeFocused();
    await page.keyboard.type(', en tijd');
    await tabTo(page, page.getByRole('radio', { name: nlCanvas.noteColours.yellow }));
    await page.keyboard.press('ArrowDown');
    await press(page, page.getByRole('button', { name: nlNotes.save }));
    await expect(place.locator('[data-note]')).toBeFocused();
    await expect(seen('Wij missen een plan (verzonnen), en tijd')).toBeVisible();
    await expect(seen('en tijd')).toHaveAttribute('data-colour', 'green');
    await expect(drawn('en tijd')).toBeAttached();
  });

  await test.step('move it to another block, found by a word', async () => {
    await press(page, place.locator('[data-command="note.move"]'));
    await expect(page.getByLabel(nlNotes.picker.label)).toBeFocused();
    await page.keyboard.type('5.9 schade');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect(page.getByText(nlNotes.done.moved('5.9 Meer schade'))).toBeVisible();
    await expectFocusSomewhere(page);
    await expect(seen('en tijd')).toHaveCount(0);
    await expect(drawn('en tijd').locator('xpath=ancestor::*[@data-colour][1]')).toContainText('Meer schade');
    await expect.poll(() => notesIn(peer).map(({ attached }) => attached)).toEqual(['L5.9']);
  });

  await test.step('undo it, and do it again', async () => {
    await page.keyboard.press('Control+z');
    await expect(seen('en tijd')).toBeVisible();
    await page.keyboard.press('Control+y');
    await expect(seen('en tijd')).toHaveCount(0);
    await page.keyboard.press('Control+z');
    await expect(place.locator('[data-note]')).toBeVisible();
    await expectFocusSomewhere(page);
  });

  await test.step('take it off, and put it on a block again from the loose notes', async () => {
    await press(page, place.locator('[data-command="note.detach"]'));
    await expect(page.getByText(nlNotes.done.detached)).toBeVisible();
    await expect(seen('en tijd')).toHaveCount(0);
    await press(page, notesOf(page, 'loose').locator('[data-command="note.attach"]'));
    await page.keyboard.type('hulpvraag');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await expect(notesOf(page, 'loose').locator('[data-note]')).toHaveCount(0);
    await expect.poll(() => notesIn(peer).map(({ attached }) => attached)).toEqual(['L5.4']);
    await page.keyboard.press('Control+z');
    await page.keyboard.press('Control+z');
    await expect(seen('en tijd')).toBeVisible();
  });

  await test.step('remove it, take that back, and remove it again', async () => {
    await press(page, place.locator('[data-command="note.delete"]'), 'Shift+Tab');
    await expect(page.getByText(nlNotes.done.removed)).toBeVisible();
    await expect(seen('en tijd')).toHaveCount(0);
    await press(page, place.getByRole('button', { name: nlNotes.undo }));
    await expect(seen('en tijd')).toBeVisible();
    await expectFocusSomewhere(page);
    await press(page, place.locator('[data-command="note.delete"]'));
    await expect(seen('en tijd')).toHaveCount(0);
    await expect(drawn('en tijd')).toHaveCount(0);
    await expect.poll(() => notesIn(peer)).toEqual([]);
    await expectFocusSomewhere(page);
  });

  await test.step('search, and open what was found', async () => {
    await page.keyboard.press('/');
    await tabTo(page, page.getByLabel(nlSearch.label));
    await page.keyboard.type('hulpvragen');
    const found = page.locator('dialog[open] a').filter({ hasText: 'Hulpvraag, signaal' }).first();
    await press(page, found);
    await expect(page.locator('article h2')).toBeFocused();
    await expect(page.locator('article h2')).toContainText('Hulpvraag, signaal');
  });
  peer.close();
});

test("[LV7] others' notes wait while they would come under or before the focus, and what one writes stays", async ({
  url,
  session,
  participant,
  pageOf,
}) => {
  const reader = await participant('Testpersoon lijst');
  const other = await participant('Testpersoon ander');
  await withoutTour(reader.person, session.workshopId);
  const page = await pageOf(reader.person, LAPTOP);
  const peer = other.person.openBoard(session.boardId);
  await peer.ready();
  const add = (text: string, attached: string) =>
    addNote(peer.doc, {
      author: `p:${other.joined.participantId}`,
      text,
      colour: 'blue',
      attached,
      place: { anchor: attached, x: 0, y: 0 },
    });
  const first = add('Eerste van de ander (verzonnen)', 'L5.9');
  await openList(page, url, session.workshopId);
  await tabTo(page, summaryOf(page, 'L5.9'));
  await page.keyboard.press('Enter');
  const place = notesOf(page, 'L5.9');
  await expect(place.locator('[data-note]')).toHaveText(/Eerste van de ander/);
  await press(page, place.locator('[data-command="note.edit"]'));
  await page.keyboard.type(' En ik');
  const field = page.getByLabel(nlNotes.editLabel);
  const before = await field.boundingBox();

  add('Tweede van de ander (verzonnen)', 'L5.9');
  peer.doc.transact(() => textOf(peer.doc, first)?.insert(0, 'Net: '), 'other');
  await expect(page.getByRole('status').filter({ hasText: nlListLive.news(1) })).toBeVisible();
  await expect(page.getByText(nlNotes.changedMeanwhile)).toBeVisible();
  await expect(field).toHaveValue('Eerste van de ander (verzonnen) En ik');
  await expect(field).toBeFocused();
  await expect(place.getByText('Tweede van de ander')).toHaveCount(0);
  expect((await field.boundingBox())?.height).toBe(before?.height);
  // What is somewhere further on may come at once: nothing moves.
  add('Verderop (verzonnen)', 'L5.11');
  await expect(summaryOf(page, 'L5.11').locator('[data-note-count]')).toHaveText(nlListLive.notes(1));

  await press(page, page.getByRole('button', { name: nlNotes.save }));
  await expect(place.getByText('Net: Eerste van de ander (verzonnen) En ik')).toBeVisible();
  await press(page, page.locator('[data-command="notes.show"]'));
  await expect(place.getByText('Tweede van de ander (verzonnen)')).toBeVisible();
  await expect(place).toBeFocused();
  await expect(page.getByRole('status').filter({ hasText: nlListLive.news(1) })).toHaveCount(0);
  peer.close();
});

test('[LV4] who writes in a note that somebody removes, can still keep the text', async ({
  url,
  session,
  participant,
  pageOf,
}) => {
  const reader = await participant('Testpersoon lijst');
  const other = await participant('Testpersoon ander');
  await withoutTour(reader.person, session.workshopId);
  const peer = other.person.openBoard(session.boardId);
  await peer.ready();
  const author = `p:${other.joined.participantId}`;
  const place = { anchor: 'L5.9', x: 0, y: 0 };
  const key = addNote(peer.doc, { author, text: 'Van de ander (verzonnen)', colour: 'pink', attached: 'L5.9', place });
  const page = await pageOf(reader.person, LAPTOP);
  await openList(page, url, session.workshopId);
  await summaryOf(page, 'L5.9').press('Enter');
  const here = notesOf(page, 'L5.9');
  await expect(here.locator('[data-note]')).toBeVisible();
  await expect(here.locator('[data-command="note.delete"]')).toHaveCount(0);
  await press(page, here.locator('[data-command="note.edit"]'));
  await page.keyboard.type(' En van mij');
  expect(removeNote(peer.doc, key, author)).toEqual({ ok: true });
  await expect(page.getByText(nlNotes.goneMeanwhile)).toBeVisible();
  await expect(page.getByLabel(nlNotes.editLabel)).toBeFocused();
  await press(page, page.getByRole('button', { name: nlNotes.saveAsNew }));
  // The new note comes first, then the form goes: counted before that, the form is the one.
  await expect(page.getByLabel(nlNotes.editLabel)).toHaveCount(0);
  await expect(here.locator('[data-note]')).toHaveCount(1);
  await expect(here.locator('[data-note]')).toHaveText(/Van de ander \(verzonnen\) En van mij/);
  await expect(here.locator('[data-note]')).toBeFocused();
  expect(notesIn(peer)).toMatchObject([{ author: `p:${reader.joined.participantId}`, attached: 'L5.9' }]);
  peer.close();
});

test('[LV9] the outline is there before scripts are, as headings and lists', async ({
  url,
  session,
  participant,
  browser,
}) => {
  const { person } = await participant('Testpersoon');
  const context = await browser.newContext({ javaScriptEnabled: false, viewport: LAPTOP, locale: 'nl-NL' });
  await context.addCookies(person.cookiesFor(new URL(url).hostname));
  const page = await context.newPage();
  await page.goto(url + paths.list(session.workshopId));
  await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1);
  await expect(page.getByRole('heading', { level: 2 })).toContainText(
    ['5.1', '5.2', '5.3', '5.4', '5.5', '5.6', '5.7', '5.8', '5.9', '5.10', '5.11', '5.12', nlListLive.looseTitle].map(
      (text) => new RegExp(text.replace('.', '\\.')),
    ),
  );
  await summaryOf(page, 'L5.3').click();
  await expect(page.locator('[id="L5.3"]')).toMatchAriaSnapshot(`
    - group:
      - /children: deep-equal
      - heading "5.3 Problemen met of schade door onveiligheid thuis" [level=2]
      - text: "Kleur in het schema: turquoise 1 blok, 17 punten"
      - list:
        - listitem:
          - text: "Leidt tot:"
          - link "5.4 Hulpvraag, signaal":
            - /url: "#L5.4"
        - listitem:
          - text: "Komt door:"
          - 'link "5.2 Voedingsbodem: leefproblemen"':
            - /url: "#L5.2"
          - text: ","
          - link "5.9 Meer schade":
            - /url: "#L5.9"
          - text: ","
          - link "5.10 Schade aan mensen en samenleving, nu en later":
            - /url: "#L5.10"
        - listitem:
          - text: "Krijgt invloed van:"
          - link "5.11 Complicerende factoren":
            - /url: "#L5.11"
      - paragraph:
        - link /Meer over deze laag/:
          - /url: /punt.L5.3.weergave=lijst/
      - paragraph: "Interventiepunten:"
      - list:
        - listitem:
          - link "1.2 Cirkel van schade":
            - /url: /punt.IP1.2.weergave=lijst/
      - group:
        - heading "Problemen in thuissituaties" [level=3]
        - text: 17 punten
      - paragraph: "Notities bij deze laag als geheel:"
      - group "Notities bij 5.3 Problemen met of schade door onveiligheid thuis":
        - button "Voeg een notitie toe bij 5.3 Problemen met of schade door onveiligheid thuis" [disabled]: Voeg een notitie toe
  `);
  await context.close();
});

for (const size of [LAPTOP, PHONE, ZOOMED]) {
  test(`[LV10] everything open, with notes and a form, at ${size.width}×${size.height}`, async ({
    url,
    session,
    participant,
    pageOf,
  }) => {
    const { person, joined } = await participant('Testpersoon');
    await withoutTour(person, session.workshopId);
    const peer = person.openBoard(session.boardId);
    await peer.ready();
    const author = `p:${joined.participantId}`;
    for (const [at, text] of [
      'Kort (verzonnen)',
      'Langer, over iets wat vaak misgaat (verzonnen). '.repeat(4),
    ].entries())
      addNote(peer.doc, {
        author,
        text,
        colour: at === 0 ? 'yellow' : 'blue',
        attached: 'L5.1',
        place: { anchor: 'L5.1', x: 0, y: 0 },
      });
    const page = await pageOf(person, size);
    await openList(page, url, session.workshopId);
    await summaryOf(page, 'L5.1').press('Enter');
    await page.locator('[id="L5.1"] > div > details > summary').first().press('Enter');
    await notesOf(page, 'L5.1').locator('[data-command="note.add"]').press('Enter');
    await expect(page.getByLabel(nlNotes.addLabel)).toBeFocused();
    await page.screenshot({ path: `test-results/screens/list-notes-${size.width}.png`, fullPage: size.width > 320 });
    expect(await violations(page)).toEqual([]);
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(overflow).toBeLessThanOrEqual(0);
    const small = await page.locator('main').evaluate((main) =>
      [...main.querySelectorAll<HTMLElement>('button, a[href], summary, input, textarea')]
        .filter((target) => target.checkVisibility())
        .map((target) => [
          target.textContent?.trim().slice(0, 30),
          Math.round((target.closest('label') ?? target).getBoundingClientRect().height),
        ])
        .filter(([, height]) => Number(height) < 24),
    );
    expect(small).toEqual([]);
    peer.close();
  });
}

test('[LV11] one page has one connection to its board', async ({ url, session, participant, pageOf }) => {
  const { person } = await participant('Testpersoon');
  await withoutTour(person, session.workshopId);
  for (const address of [paths.list(session.workshopId), evidencePaths.element(session.workshopId, 'L5.9', 'bord')]) {
    const page = await pageOf(person, LAPTOP);
    let opened = 0;
    page.on('websocket', (socket) => {
      if (socket.url().includes('/sync/')) opened += 1;
    });
    await page.goto(url + address);
    await expect(page.getByText(nlCanvas.save.saved, { exact: true }).first()).toBeVisible({ timeout: 30_000 });
    expect(opened).toBe(1);
  }
});

test('[LV12] a phone that reads the list loads little, and no canvas', async ({
  url,
  session,
  participant,
  pageOf,
}) => {
  const { person } = await participant('Testpersoon');
  await withoutTour(person, session.workshopId);
  const page = await pageOf(person, PHONE);
  const scripts: Promise<{ address: string; sent: number; hasCanvas: boolean; hasExplanations: boolean }>[] = [];
  page.on('response', (response) => {
    if (response.request().resourceType() !== 'script') return;
    scripts.push(
      Promise.all([response.request().sizes(), response.text()]).then(([sizes, text]) => ({
        address: new URL(response.url()).pathname,
        sent: sizes.responseBodySize,
        hasCanvas: text.includes('tl-collaborator__cursor'),
        hasExplanations: text.includes('"formatVersion":1'),
      })),
    );
  });
  const html = (await (await page.goto(url + paths.workshop(session.workshopId)))?.text()) ?? '';
  await expect(page.getByText(nlCanvas.save.saved, { exact: true }).first()).toBeVisible();
  const loaded = await Promise.all(scripts);
  expect(loaded.filter(({ hasCanvas, hasExplanations }) => hasCanvas || hasExplanations)).toEqual([]);
  const sum = (some: typeof loaded): number => some.reduce((total, { sent }) => total + sent, 0);
  const withPage = sum(loaded.filter(({ address }) => html.includes(address)));
  expect(withPage, JSON.stringify(loaded)).toBeGreaterThan(50_000);
  expect(withPage, JSON.stringify(loaded)).toBeLessThan(190 * 1024);
  expect(sum(loaded), JSON.stringify(loaded)).toBeLessThan(245 * 1024);
});

test('[LV13] on paper everything is open, and no controls', async ({ url, session, participant, pageOf }) => {
  const { person, joined } = await participant('Testpersoon');
  await withoutTour(person, session.workshopId);
  const peer = person.openBoard(session.boardId);
  await peer.ready();
  addNote(peer.doc, {
    author: `p:${joined.participantId}`,
    text: 'Op papier (verzonnen)',
    colour: 'pink',
    attached: 'L5.4',
    place: { anchor: 'L5.4', x: 0, y: 0 },
  });
  const page = await pageOf(person, LAPTOP);
  await openList(page, url, session.workshopId);
  await expect(summaryOf(page, 'L5.4').locator('[data-note-count]')).toBeVisible();
  await page.emulateMedia({ media: 'print' });
  await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
  await expect(page.getByText('Op papier (verzonnen)')).toBeVisible();
  expect(await page.locator('[data-schema-list] details:not([open])').count()).toBe(0);
  await expect(page.locator('main').getByRole('button').filter({ visible: true })).toHaveCount(0);
  peer.close();
});

test('[LV8] every command can be pressed in the list, and both helps name them all', async ({
  url,
  session,
  participant,
  pageOf,
}) => {
  const { person, joined } = await participant('Testpersoon');
  await withoutTour(person, session.workshopId);
  const peer = person.openBoard(session.boardId);
  await peer.ready();
  for (const attached of ['L5.9', null])
    addNote(peer.doc, {
      author: `p:${joined.participantId}`,
      text: 'Van mij (verzonnen)',
      colour: 'yellow',
      attached,
      place: { anchor: attached, x: 0, y: 0 },
    });
  const page = await pageOf(person, LAPTOP);
  await openList(page, url, session.workshopId);
  await summaryOf(page, 'L5.9').press('Enter');
  await notesOf(page, 'loose').locator('[data-command="note.edit"]').press('Enter');
  await expect(page.getByLabel(nlNotes.editLabel)).toBeFocused();
  // What a block rests on is read on its card.
  const missing: string[] = [];
  for (const id of COMMAND_IDS.filter((one) => one !== 'evidence.open')) {
    const found = page.locator(`[data-command="${id}"]`).filter({ visible: true });
    if (id === 'note.attach') await page.keyboard.press('Escape');
    if ((await found.count()) === 0) missing.push(id);
  }
  expect(missing).toEqual([]);

  const helps = [page, await pageOf(person)];
  await helps[1]?.goto(url + paths.board(session.workshopId));
  for (const [at, where] of helps.entries()) {
    await where.getByRole('button', { name: nlMap.guide.open, exact: true }).click();
    const rows = where.locator(`dialog[open] [data-help-of="${at === 0 ? 'list' : 'board'}"] [data-help]`);
    await expect(rows).toHaveCount(COMMAND_IDS.length);
    expect(await rows.evaluateAll((all) => all.map((row) => row.getAttribute('data-help')))).toEqual(COMMAND_IDS);
  }
  peer.close();
});

test('[LV15] what is outside the filter says so, and stays to be read', async ({
  url,
  session,
  participant,
  pageOf,
}) => {
  const { person, joined } = await participant('Testpersoon');
  await withoutTour(person, session.workshopId);
  const peer = person.openBoard(session.boardId);
  await peer.ready();
  addNote(peer.doc, {
    author: `p:${joined.participantId}`,
    text: 'Van mij (verzonnen)',
    colour: 'yellow',
    attached: 'L5.9.A',
    place: { anchor: 'L5.9.A', x: 0, y: 0 },
  });
  const page = await pageOf(person, LAPTOP);
  await openList(page, url, session.workshopId);
  await page.locator('[data-command="view.filter"]').press('Enter');
  await page.getByRole('radio', { name: nlMap.reading.onlyWords['with-notes'] }).press('Space');
  await expect(page.locator('[id="L5.8"]')).toHaveAttribute('data-faded', nlListLive.outsideFilter);
  for (const id of ['L5.9', 'L5.9.A']) await expect(page.locator(`[id="${id}"]`)).not.toHaveAttribute('data-faded');
  const says = await summaryOf(page, 'L5.8')
    .locator('[data-meta]')
    .evaluate((meta) => getComputedStyle(meta, '::after').content);
  expect(says).toContain(nlListLive.outsideFilter);
  await expect(page.locator('[data-schema-list] > details:visible')).toHaveCount(12);
  expect(await violations(page)).toEqual([]);
  peer.close();
});
