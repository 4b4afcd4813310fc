/**
 * From an element of the schema to what it rests on and back: the evidence in its card, the reader of the sources, fact
 * cards and pinned quotes. All texts are invented. The pictures land in test-results/screens, to be looked at.
 */
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import type { Pool } from 'pg';
import { evidencePaths } from '@/lib/api/evidence-contracts';
import { TemplateSchema } from '@/lib/domain/template/template';
import { e2ePool } from '../support/e2e-database';
import { expect, test } from '../support/e2e-people';
import { inventedAnalysis, inventedAnthology, inventedReport, type Seeded, seedSource } from '../support/seed-sources';

const SIZES = [
  { width: 1440, height: 900 },
  { width: 390, height: 844 },
  { width: 320, height: 256 },
];
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const HOSTILE = '<img src=x onerror="window.stolen=1"><script>window.stolen=1</script> & "verzonnen"';
const LABEL = 'uitspraak, niet gecontroleerd';

let pool: Pool;
let old: Seeded;
let anthology: Seeded;

test.beforeAll(async () => {
  pool = e2ePool();
  await pool.query('DELETE FROM source_documents');
});
test.afterAll(async () => {
  await pool.query('DELETE FROM source_documents');
  await pool.end();
});

async function check(page: Page, name: string, size: { width: number; height: number }, include = 'html') {
  await page.screenshot({
    path: `test-results/screens/evidence-${name}-${size.width}.png`,
    fullPage: size.width > 320,
  });
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(overflow, `${name} at ${size.width} is wider than its window`).toBeLessThanOrEqual(0);
  const { violations } = await new AxeBuilder({ page }).withTags(TAGS).include(include).analyze();
  expect(
    violations.map((found) => `${found.id}: ${found.nodes.map((node) => node.target).join(' ')}`),
    `${name} at ${size.width}`,
  ).toEqual([]);
}

const cardOf = (workshopId: string, elementId: string) => evidencePaths.element(workshopId, elementId, 'lijst');

test('[ES5] nothing imported: a sentence, a way on for the facilitator, and no dead link', async ({
  url,
  session,
  facilitator,
  participant,
  pageOf,
}) => {
  const { person } = await participant('Testpersoon');
  const [guest, host] = [await pageOf(person), await pageOf(facilitator)];
  await guest.goto(url + evidencePaths.reader(session.workshopId));
  await expect(guest.getByText('Vraag de begeleider om de bronnen op te nemen.')).toBeVisible();
  await host.goto(url + evidencePaths.reader(session.workshopId));
  await expect(host.getByRole('link', { name: 'Neem bronnen op' })).toHaveAttribute('href', '/bronnen');
  await guest.goto(url + cardOf(session.workshopId, 'L5.2'));
  const evidence = guest.locator('[data-evidence="L5.2"]');
  await expect(evidence.getByText('niet geïmporteerd').first()).toBeVisible();
  await expect(evidence.locator('[data-chapter="not-supplied"]')).toContainText('niet beschikbaar');
  await expect(evidence.locator('[data-chapter] a')).toHaveCount(0);
  await check(guest, 'card-empty', { width: 1440, height: 900 }, '[data-evidence]');
});

test.describe('with sources', () => {
  test.beforeAll(async () => {
    const { rows } = await pool.query<{ content: unknown }>(
      "SELECT content FROM template_versions WHERE slug = 'probleem-en-oorzakenschema' ORDER BY version DESC LIMIT 1",
    );
    const template = TemplateSchema.parse(rows[0]?.content);
    old = await seedSource(pool, inventedAnthology(2, 1));
    const next = inventedAnthology(4, 2);
    next.sections[2]?.passages.push({ kind: 'quote', text: HOSTILE });
    anthology = await seedSource(pool, next);
    await seedSource(pool, inventedReport(template, 6));
    await seedSource(pool, inventedAnalysis(template));
  });

  for (const size of SIZES) {
    test(`[ES9] card, contents and section at ${size.width}×${size.height}`, async ({
      url,
      session,
      participant,
      pageOf,
    }) => {
      const { person } = await participant('Testpersoon');
      const page = await pageOf(person, size);
      await page.goto(url + evidencePaths.reader(session.workshopId));
      await expect(page.getByRole('heading', { level: 1, name: 'Bronnen' })).toBeVisible();
      await page.getByRole('button', { name: 'Alles uitklappen' }).click();
      await check(page, 'contents', size);
      await page.goto(url + evidencePaths.section(session.workshopId, anthology.sectionIds[2] ?? ''));
      await expect(page.locator('figure')).toHaveCount(5);
      await expect(page.locator('figure figcaption').first()).toHaveText(LABEL);
      await check(page, 'section', size);
      await page.goto(url + evidencePaths.section(session.workshopId, anthology.sectionIds[0] ?? ''));
      await check(page, 'chapter', size);
      await page.goto(url + cardOf(session.workshopId, 'IP1.1'));
      await expect(page.locator('[data-evidence="IP1.1"]').getByText('Verzonnen uitleg bij punt 1.1.')).toBeVisible();
      await expect(page.locator('[data-evidence="IP1.1"] figcaption').first()).toHaveText(LABEL);
      await check(page, 'card-intervention', size, '[data-evidence]');
    });
  }

  test('[ES9] [ES12] what a source holds is text, and an abbreviation opens by key and by finger', async ({
    url,
    session,
    participant,
    pageOf,
  }) => {
    const { person } = await participant('Testpersoon');
    const page = await pageOf(person);
    await page.goto(url + evidencePaths.section(session.workshopId, anthology.sectionIds[2] ?? ''));
    await expect(page.getByText(HOSTILE)).toBeVisible();
    expect(await page.evaluate(() => 'stolen' in window)).toBe(false);
    const short = page.getByRole('button', { name: 'VGS' }).first();
    const meaning = page.getByText('VGS betekent: Verzonnen Gemeentelijke Steun').first();
    await expect(meaning).toBeHidden();
    await short.focus();
    await page.keyboard.press('Enter');
    await expect(meaning).toBeVisible();
    await page.screenshot({ path: 'test-results/screens/evidence-abbreviation-1440.png' });
    await page.keyboard.press('Escape');
    await expect(meaning).toBeHidden();
    await short.click();
    await expect(meaning).toBeVisible();
  });

  test('[ES14] contents and sections are read without scripts', async ({ url, session, participant, browser }) => {
    const { person } = await participant('Testpersoon');
    const context = await browser.newContext({ javaScriptEnabled: false });
    await context.addCookies(person.cookiesFor(new URL(url).hostname));
    const page = await context.newPage();
    await page.goto(url + evidencePaths.reader(session.workshopId));
    await page.getByText('2 delen', { exact: false }).first().click();
    await page.getByRole('link', { name: '1.1 Verzonnen paragraaf 1.1' }).click();
    await expect(page.getByRole('heading', { level: 1, name: '1.1 Verzonnen paragraaf 1.1' })).toBeVisible();
    await expect(page.locator('figure')).toHaveCount(1);
    await page.getByRole('link', { name: /^Volgende/ }).click();
    await expect(page.getByRole('heading', { level: 1, name: '1.1.1 Verzonnen deel 1.1.1' })).toBeVisible();
    await context.close();
  });

  test('[ES1] [ES4] from a chapter to the element it belongs to, from an old version to the new one, and from a passage', async ({
    url,
    session,
    participant,
    pageOf,
  }) => {
    const { person } = await participant('Testpersoon');
    const page = await pageOf(person);
    await page.goto(url + evidencePaths.section(session.workshopId, old.sectionIds[1] ?? ''));
    await expect(page.getByText('Er is een nieuwere versie')).toBeVisible();
    await page.getByRole('link', { name: 'Lees de nieuwere versie' }).click();
    await expect(page).toHaveURL(url + evidencePaths.section(session.workshopId, anthology.sectionIds[1] ?? ''));
    await expect(page.getByText('Er is een nieuwere versie')).toBeHidden();
    await page.goto(url + evidencePaths.passage(session.workshopId, old.passageIds[1] ?? ''));
    await expect(page).toHaveURL(
      `${url}${evidencePaths.section(session.workshopId, old.sectionIds[2] ?? '')}#passage-${old.passageIds[1]}`,
    );
    await page.goto(url + evidencePaths.passage(session.workshopId, 'bestaat-niet'));
    await expect(page.getByRole('heading', { name: 'Dit deel van de bron is er niet' })).toBeVisible();
  });

  test('[ES2] [ES4] from an element to a chapter, to a quote, and back to the element', async ({
    url,
    session,
    participant,
    pageOf,
  }) => {
    const { person } = await participant('Testpersoon');
    const page = await pageOf(person);
    await page.goto(url + cardOf(session.workshopId, 'L5.2.1'));
    const evidence = page.locator('[data-evidence="L5.2.1"]');
    await expect(evidence.getByText('Verzonnen volledige tekst van L5.2.1, versie 1.')).toBeVisible();
    await evidence.locator('summary', { hasText: /^Volledige tekst van \d+ punten$/ }).click();
    await expect(evidence.getByText('Verzonnen volledige tekst van L5.2.1.p1, versie 1.')).toBeVisible();
    await expect(evidence.locator('[data-chapter="here"]')).toContainText('(19 uitspraken)');
    await evidence.getByRole('link', { name: /hoofdstuk 1: Verzonnen hoofdstuk 1/ }).click();
    await expect(page.getByRole('heading', { level: 1, name: '1 Verzonnen hoofdstuk 1' })).toBeVisible();
    await page
      .getByRole('region', { name: 'Dit hoort bij' })
      .getByRole('link', { name: /\(blok\)/ })
      .click();
    await expect(page).toHaveURL(url + evidencePaths.element(session.workshopId, 'L5.2.1'));
  });

  test('[ES10] [ES11] a fact card is added, changed, deleted and put back; missing figures are said', async ({
    url,
    session,
    participant,
    pageOf,
  }) => {
    const [mine, other] = [await participant('Testpersoon Een'), await participant('Testpersoon Twee')];
    const [page, second] = [await pageOf(mine.person), await pageOf(other.person)];
    for (const screen of [page, second]) await screen.goto(url + cardOf(session.workshopId, 'L5.3'));
    const figures = page.locator('[data-evidence="L5.3"] [data-evidence-kind="cijfer"]');
    const seen = second.locator('[data-evidence="L5.3"] [data-evidence-kind="cijfer"]');
    await expect(figures.getByText('Hier ontbreken cijfers')).toBeVisible();
    await expect(page.locator('[data-evidence-kind="ervaring"]').getByText('Hier ontbreken cijfers')).toHaveCount(0);
    await figures.getByRole('button', { name: 'Voeg toe: cijfer' }).click();
    const form = page.getByRole('dialog');
    await expect(form.getByRole('radio', { name: 'cijfer' })).toBeChecked();
    await form.getByRole('button', { name: 'Bewaar de kaart' }).click();
    await expect(form.getByText('Vul dit in.')).toHaveCount(3);
    await expect(form.getByLabel('Wat weet u?')).toBeFocused();
    await check(page, 'fact-form', { width: 1440, height: 900 }, 'dialog[open]');
    await form.getByLabel('Wat weet u?').fill('Verzonnen: 3 van de 10 <b>wachten</b> langer.');
    await form.getByLabel('Bron').fill('Verzonnen telling');
    await form.getByLabel('Datum').fill('2024');
    await form.getByRole('button', { name: 'Bewaar de kaart' }).click();
    await expect(form).toBeHidden();
    const card = figures.locator('[data-fact]');
    await expect(card).toContainText('3 van de 10 <b>wachten</b> langer');
    await expect(card).toContainText('Toegevoegd door Testpersoon Een');
    await expect(seen.locator('[data-fact]')).toContainText('Verzonnen telling');
    await expect(seen.locator('[data-fact]').getByRole('button')).toHaveCount(0);
    await expect(seen.getByText('Hier ontbreken cijfers')).toHaveCount(0);
    await check(page, 'fact-card', { width: 1440, height: 900 }, '[data-evidence]');

    await card.getByRole('button', { name: /^Verander/ }).click();
    await form.getByLabel('Datum').fill('maart 2025');
    await form.getByRole('radio', { name: 'onderzoek' }).check();
    await form.getByRole('button', { name: 'Bewaar de kaart' }).click();
    const research = page.locator('[data-evidence="L5.3"] [data-evidence-kind="onderzoek"]');
    await expect(research.locator('[data-fact]')).toContainText('maart 2025');
    await expect(figures.getByText('Hier ontbreken cijfers')).toBeVisible();

    await research.getByRole('button', { name: /^Verwijder/ }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Verwijder', exact: true }).click();
    await expect(research.locator('[data-fact]')).toHaveCount(0);
    const restore = research.getByRole('button', { name: 'Zet terug' });
    await expect(restore).toBeFocused();
    await restore.click();
    await expect(research.locator('[data-fact]')).toContainText('maart 2025');
  });

  test('[ES13] a quote is pinned from the card and from the reader, and let go again', async ({
    url,
    session,
    participant,
    pageOf,
  }) => {
    const { person } = await participant('Testpersoon');
    const page = await pageOf(person);
    await page.goto(url + cardOf(session.workshopId, 'IP1.1'));
    const evidence = page.locator('[data-evidence="IP1.1"]');
    await expect(evidence.locator('figure')).toHaveCount(3);
    await evidence.getByRole('button', { name: 'Toon alle 6 uitspraken' }).click();
    const last = evidence.locator('figure').last();
    const id = await last.getAttribute('data-passage');
    await last.getByRole('button', { name: 'Vastmaken aan dit punt' }).click();
    const first = evidence.locator('figure').first();
    await expect(first).toHaveAttribute('data-passage', id ?? '');
    await expect(first).toContainText('Vastgemaakt door Testpersoon');
    await expect(evidence.locator('figure')).toHaveCount(6);
    await first.getByRole('button', { name: 'Losmaken' }).click();
    await expect(evidence.getByText('Vastgemaakt door')).toHaveCount(0);

    await page.goto(url + evidencePaths.section(session.workshopId, anthology.sectionIds[1] ?? ''));
    const quote = page.locator('figure').first();
    await quote.getByRole('button', { name: 'Maak vast aan een onderdeel' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Zoek een onderdeel van het schema').fill('vraagstuk breed');
    await expect(dialog.getByRole('status')).toHaveText('1 onderdeel gevonden');
    await check(page, 'picker', { width: 1440, height: 900 }, 'dialog[open]');
    await dialog.getByRole('button', { name: 'Maak vast', exact: true }).click();
    await expect(dialog.getByText('Kies eerst een onderdeel.')).toBeVisible();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await expect(quote.getByRole('link', { name: '1.1 Een breed vraagstuk in een complex stelsel' })).toBeVisible();
    await page.goto(url + cardOf(session.workshopId, 'IP1.1'));
    await expect(evidence.locator('figure').first()).toContainText('Verzonnen uitspraak 1 over paragraaf 1.1');
    await expect(evidence.locator('figure').first()).toContainText('Vastgemaakt door Testpersoon');
  });

  test('[ES15] a quote becomes a note, and the note leads back to where it was said', async ({
    url,
    session,
    participant,
    pageOf,
  }) => {
    const { person } = await participant('Testpersoon');
    const page = await pageOf(person);
    await page.goto(url + cardOf(session.workshopId, 'IP1.2'));
    const quote = page.locator('[data-evidence="IP1.2"] figure').first();
    const id = await quote.getAttribute('data-passage');
    await expect(async () => {
      await quote.getByRole('button', { name: 'Zet als notitie op het bord' }).click();
      await expect(quote.getByRole('status')).toHaveText('De uitspraak staat als notitie op het bord.', {
        timeout: 500,
      });
    }).toPass();
    const note = page.locator('[data-note]:visible', { hasText: 'Verzonnen uitspraak 1 over punt 1.2' }).first();
    await note.getByRole('link', { name: /^Uit: / }).click();
    await expect(page).toHaveURL(new RegExp(`/bronnen/[0-9a-f-]{36}#passage-${id}$`));
    await expect(page.locator(`#passage-${id}`)).toBeInViewport();
  });
});
