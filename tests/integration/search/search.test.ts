import { afterAll, beforeAll, expect, it } from 'vitest';
import { bringOwnPointBack, takeOwnPointAway } from '@/lib/http/map/own-points';
import { SEARCH_PACE } from '@/lib/http/search/search-pace';
import { endWorkshop } from '@/lib/http/workshops/end-workshop';
import type { TestDatabase } from '../../support/create-test-database';
import { FACT, makeFact, makePoint, OWN_POINT } from '../../support/map-calls';
import {
  codeOf,
  joinAs,
  makeTestWorkshop,
  openTestInstallation,
  RouteBrowser,
  signedInFacilitator,
} from '../../support/route-browser';
import { found, hitsOf, markedIn, searchAs, storeInvented, totalOf } from '../../support/search-calls';

let database: TestDatabase;
let facilitator: RouteBrowser;
let workshop: string;
beforeAll(async () => {
  database = await openTestInstallation();
  facilitator = await signedInFacilitator();
  ({ workshopId: workshop } = await makeTestWorkshop(facilitator));
  await storeInvented(database.pool, {
    slug: 'verzonnen-zinnen',
    texts: [
      { text: 'Het kind zat bij het raam.' },
      { text: 'Twee kinderen liepen naar buiten.' },
      { text: 'De jeugdhulpverlening kwam laat.' },
      { text: 'Zij was behulpzaam.' },
      { text: 'Alle huizen stonden leeg.' },
      { text: 'De brief ging over coördinatie.' },
      { text: 'Er is een klapstoel in de zaal.' },
      { text: 'Zij schreef twee brieven.' },
    ],
  });
});
afterAll(() => database.drop());

const quotes = async (query: string) =>
  hitsOf(await found(facilitator, workshop, query), 'quote').map(({ excerpt }) => excerpt);

it.each(["' OR", '%%', '\u0000\u0000', 'de het een', '!?', "'); drop", '\\\\', '<b>', '🙂🙂', '&|!():*'])(
  '[SR1] %j finds nothing, and is no error',
  async (query) => {
    expect(await found(facilitator, workshop, query)).toMatchObject({ groups: [], instead: null });
  },
);

it.each(['', ' ', 'x', 'x'.repeat(101), 'woord '.repeat(2_000)])(
  '[SR1] refuses a query of no length',
  async (query) => {
    expect(await codeOf(await searchAs(facilitator, workshop, query))).toBe('query-length');
  },
);

it('[SR2] finds other forms of a word', async () => {
  expect((await quotes('kinderen')).toSorted()).toEqual((await quotes('kind')).toSorted());
  expect(await quotes('kind')).toHaveLength(2);
  expect(await quotes('huis')).toEqual(['Alle huizen stonden leeg.']);
  expect(await quotes('brieven')).toHaveLength(2);
  expect(await quotes('BRIEF')).toHaveLength(2);
  expect(await quotes('coordinatie')).toEqual(['De brief ging over coördinatie.']);
});

it('[SR2] finds compounds by their parts, and not by chance', async () => {
  expect(await quotes('jeugdhulp')).toEqual(['De jeugdhulpverlening kwam laat.']);
  expect(await quotes('verlening')).toEqual(['De jeugdhulpverlening kwam laat.']);
  expect(await quotes('jeug')).toEqual(['De jeugdhulpverlening kwam laat.']);
  expect(await quotes('hulp')).not.toContain('Zij was behulpzaam.');
  const points = hitsOf(await found(facilitator, workshop, 'bescherming'), 'intervention');
  expect(points.flatMap(markedIn)).toContain('rechtsbescherming');
});

it('[SR2] all words of a query have to be there, in any order', async () => {
  expect(await quotes('raam kind')).toEqual(['Het kind zat bij het raam.']);
  const answer = await found(facilitator, workshop, 'het kind');
  expect(totalOf(answer, 'quote')).toBe(2);
  expect(answer.instead).toBeNull();
});

it('[SR3] a compound that is nowhere is searched by its parts', async () => {
  await storeInvented(database.pool, {
    slug: 'verzonnen-delen',
    texts: [{ text: 'Eerst de zaal, en dan de klapstoel.' }, { text: 'Een zaal zonder meubels.' }],
  });
  const answer = await found(facilitator, workshop, 'zaalklapstoelen');
  expect(answer.instead).toBe('zaal klapstoel');
  expect(totalOf(answer, 'quote')).toBe(2);
});

it.each([
  ['huiselijk gewelt', 'huiselijk geweld', ['huiselijk', 'geweld']],
  ['bescherminh', 'bescherming', ['bescherming']],
  ['wachtlijtsen', 'wachtlijsten', ['wachtlijsten']],
])('[SR4] %s finds points about %s', async (query, instead, words) => {
  const answer = await found(facilitator, workshop, query);
  expect(answer.instead).toBe(instead);
  const [first] = hitsOf(answer, 'point');
  for (const word of words) {
    expect(first && markedIn(first).map((mark) => mark.toLowerCase())).toContain(word);
  }
});

it('[SR4] a word nobody uses does not hide the others, and alone it finds nothing', async () => {
  const answer = await found(facilitator, workshop, 'klapstoel xqzwvy');
  expect(answer.instead).toBe('klapstoel');
  expect(totalOf(answer, 'quote')).toBeGreaterThan(0);
  expect(await found(facilitator, workshop, 'xqzwvy')).toMatchObject({ groups: [], instead: null });
});

it('[SR4] when no text has all words, texts with one of them are given', async () => {
  const answer = await found(facilitator, workshop, 'klapstoel brief');
  expect(answer.instead).toBe('klapstoel of brief');
  expect(totalOf(answer, 'quote')).toBeGreaterThanOrEqual(3);
});

it('[SR5] nothing of another workshop is found, nor suggested', async () => {
  const { workshopId: other } = await makeTestWorkshop(facilitator);
  await makePoint(facilitator, other, { ...OWN_POINT, label: 'Kanariewoord een' });
  await makeFact(facilitator, other, { ...FACT, text: 'Kanariewoord twee' });
  await database.pool.query(
    `INSERT INTO search_entries (scope, kind, ref, title, body) VALUES ($1, 'note', 'note:x', '', 'Kanariewoord drie')`,
    [other],
  );
  for (const query of ['kanariewoord', 'kanariewoorden', 'kanarieword', 'kanarie', 'woord kanariewoord']) {
    const answer = await found(facilitator, workshop, query);
    expect(JSON.stringify({ ...answer, query: '' }).toLowerCase()).not.toContain('kanarie');
  }
  const there = await found(facilitator, other, 'kanarieword');
  expect(there.instead).toBe('kanariewoord');
  expect(there.groups.map(({ kind, total }) => [kind, total])).toEqual([
    ['own-point', 1],
    ['note', 1],
    ['fact', 1],
  ]);
});

it('[SR5] for those inside only, observers and closed workshops included', async () => {
  const { workshopId: own, tokens } = await makeTestWorkshop(facilitator);
  const { browser: observer } = await joinAs('Meekijker', tokens.observer);
  await facilitator.ask(endWorkshop, { workshop: own });
  expect(totalOf(await found(observer, own, 'wachtlijsten'), 'point')).toBeGreaterThan(0);
  expect(await codeOf(await searchAs(observer, workshop, 'wachtlijsten'))).toBe('forbidden');
  expect(await codeOf(await searchAs(new RouteBrowser(), workshop, 'wachtlijsten'))).toBe('signed-out');
});

it('[SR5] what was removed or replaced is not found, and what came back is', async () => {
  const point = await makePoint(facilitator, workshop, { ...OWN_POINT, label: 'Zonnebloempunt' });
  const total = async (query: string) => totalOf(await found(facilitator, workshop, query), 'own-point');
  expect(await total('zonnebloem')).toBe(1);
  await facilitator.ask(takeOwnPointAway, { workshop, point: point.id }, { method: 'DELETE' });
  expect(await total('zonnebloem')).toBe(0);
  await facilitator.ask(bringOwnPointBack, { workshop, point: point.id });
  expect(await total('zonnebloem')).toBe(1);
  await storeInvented(database.pool, { slug: 'verzonnen-versies', texts: [{ text: 'De vuurtorenwachter sliep.' }] });
  expect(await quotes('vuurtorenwachter')).toHaveLength(1);
  await storeInvented(database.pool, { slug: 'verzonnen-versies', texts: [{ text: 'De wachter sliep.' }] });
  expect(await quotes('vuurtorenwachter')).toEqual([]);
});

it('[SR6] totals are exact, and the word itself comes before longer ones', async () => {
  const texts = [
    ...Array.from({ length: 37 }, (_, at) => ({ text: `Een tolpoortje, nummer ${at}, in een zin.` })),
    { text: 'De tolpoort zelf.' },
  ];
  await storeInvented(database.pool, { slug: 'verzonnen-poorten', texts });
  const answer = await found(facilitator, workshop, 'tolpoort');
  expect(totalOf(answer, 'quote')).toBe(38);
  const hits = hitsOf(answer, 'quote');
  expect(hits).toHaveLength(10);
  expect(hits[0]?.excerpt).toBe('De tolpoort zelf.');
  expect(hits.slice(1).flatMap(markedIn)).toEqual(Array.from({ length: 9 }, () => 'tolpoortje'));
});

it('[SR6] every kind says where it stands, and opens there', async () => {
  await storeInvented(database.pool, {
    slug: 'verzonnen-plaatsen',
    title: 'Verzonnen plaatsen',
    texts: [
      { text: 'Een marmotzin die iemand zei.' },
      { text: 'Een marmotzin bij een kernpunt.', kind: 'wording', anchor: 'point/5.1/1' },
    ],
  });
  const point = await makePoint(facilitator, workshop, {
    ...OWN_POINT,
    label: 'Marmotpunt',
    explanation: 'Over marmotten.',
  });
  await makeFact(facilitator, workshop, { ...FACT, text: 'Tien marmotten geteld', elementId: 'L5.1.A' });
  const answer = await found(facilitator, workshop, 'marmot');
  expect(answer.groups.map(({ kind }) => kind)).toEqual(['own-point', 'fact', 'quote', 'text']);
  expect(hitsOf(answer, 'own-point')).toMatchObject([
    { title: `${point.number} Marmotpunt`, opens: { elementId: point.id, sectionId: null } },
  ]);
  expect(hitsOf(answer, 'fact')).toMatchObject([
    { where: 'Bij: Maatschappelijke trends en factoren', opens: { elementId: 'L5.1.A', sectionId: null } },
  ]);
  const [quote] = hitsOf(answer, 'quote');
  expect(quote).toMatchObject({
    title: '1.1 Verzonnen paragraaf',
    where: 'Verzonnen plaatsen › 1 Verzonnen hoofdstuk',
    opens: { elementId: null, sectionId: expect.stringMatching(/^[0-9a-f-]{36}$/) },
  });
  expect(quote && markedIn(quote)).toEqual(['marmotzin']);
  expect(hitsOf(answer, 'text')).toMatchObject([{ opens: { elementId: 'L5.1.A.1.p1' } }]);
});

it('[SR6] elements and sections are found by name and by number', async () => {
  const numbered = hitsOf(await found(facilitator, workshop, '3.2'), 'intervention');
  expect(numbered).toMatchObject([{ id: 'IP3.2', opens: { elementId: 'IP3.2', sectionId: null } }]);
  const layers = hitsOf(await found(facilitator, workshop, 'dieperliggende'), 'layer');
  expect(layers).toMatchObject([{ id: 'L5.1', opens: { elementId: 'L5.1', sectionId: null } }]);
  const blocks = hitsOf(await found(facilitator, workshop, 'maatschappelijke trends'), 'block');
  expect(blocks[0]).toMatchObject({ id: 'L5.1.A', where: 'Bepalende dieperliggende factoren en invloeden' });
  const sections = hitsOf(await found(facilitator, workshop, 'verzonnen paragraaf'), 'section');
  expect(sections[0]).toMatchObject({ title: '1.1 Verzonnen paragraaf', excerpt: '1.1 Verzonnen paragraaf' });
});

it('[SR8] who asks without end has to wait a moment', async () => {
  const { workshopId: own, tokens } = await makeTestWorkshop(facilitator);
  const { browser } = await joinAs('Testpersoon', tokens.participant);
  const answers = await Promise.all(Array.from({ length: SEARCH_PACE.points + 1 }, () => searchAs(browser, own, '!!')));
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(SEARCH_PACE.points);
  const late = answers.find(({ status }) => status === 429);
  expect(Number(late?.headers.get('retry-after'))).toBeLessThanOrEqual(SEARCH_PACE.duration);
  expect(totalOf(await found(facilitator, own, 'wachtlijsten'), 'point')).toBeGreaterThan(0);
});
