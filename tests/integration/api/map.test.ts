import { afterAll, beforeAll, expect, it } from 'vitest';
import type { FactCardView, OwnPointView, QuotePinView, SavedLoopView, StanceView } from '@/lib/api/map-contracts';
import { addFact, bringFactBack, changeFact, type FactParams, takeFactAway } from '@/lib/http/map/facts';
import { addLoop, changeLoop, takeLoopAway } from '@/lib/http/map/loops';
import {
  addOwnPoint,
  bringOwnPointBack,
  changeOwnPoint,
  type OwnPointParams,
  takeOwnPointAway,
} from '@/lib/http/map/own-points';
import { addPin, takePinAway } from '@/lib/http/map/pins';
import { showMap, showMine } from '@/lib/http/map/show-map';
import { standHere, standNoLonger } from '@/lib/http/map/stances';
import { takePartInWorkshop } from '@/lib/http/people/take-part-in-workshop';
import { endWorkshop } from '@/lib/http/workshops/end-workshop';
import type { TestDatabase } from '../../support/create-test-database';
import { LiveStream } from '../../support/live-stream';
import { FACT, makeFact, makePoint, mapOf, OWN_POINT, storePassage } from '../../support/map-calls';
import {
  joinAs,
  makeTestWorkshop,
  openTestInstallation,
  RouteBrowser,
  signedInFacilitator,
} from '../../support/route-browser';

const PAIR = 'L5.11.I.2.p1';
let database: TestDatabase;
let facilitator: RouteBrowser;
beforeAll(async () => {
  database = await openTestInstallation();
  facilitator = await signedInFacilitator();
});
afterAll(() => database.drop());

async function workshopWithTwo() {
  const made = await makeTestWorkshop(facilitator);
  const first = await joinAs('Testpersoon een', made.tokens.participant);
  const second = await joinAs('Testpersoon twee', made.tokens.participant);
  return { workshop: made.workshopId, tokens: made.tokens, first: first.browser, second: second.browser };
}

it('[MP1] an observer reads and does not write; a stranger does neither', async () => {
  const { workshop, tokens, first } = await workshopWithTwo();
  const point = await makePoint(first, workshop);
  const fact = await makeFact(first, workshop);
  const { browser: observer } = await joinAs('Meekijker', tokens.observer);
  expect((await mapOf(observer, workshop)).ownPoints).toHaveLength(1);
  const passageId = await storePassage(database);
  const refusals = [
    await observer.refusal(addOwnPoint, { workshop }, { body: OWN_POINT }),
    await observer.refusal(changeOwnPoint, { workshop, point: point.id }, { method: 'PATCH', body: OWN_POINT }),
    await observer.refusal(takeOwnPointAway, { workshop, point: point.id }, { method: 'DELETE' }),
    await observer.refusal(bringOwnPointBack, { workshop, point: point.id }),
    await observer.refusal(addFact, { workshop }, { body: FACT }),
    await observer.refusal(takeFactAway, { workshop, fact: fact.id }, { method: 'DELETE' }),
    await observer.refusal(addPin, { workshop }, { body: { elementId: 'L5.1', passageId } }),
    await observer.refusal(
      standHere,
      { workshop, element: 'L5.1' },
      { method: 'PUT', body: { pole: null, level: null } },
    ),
    await observer.refusal(standNoLonger, { workshop, element: 'L5.1' }, { method: 'DELETE' }),
    await observer.refusal(addLoop, { workshop }, { body: { name: 'Kring', elementIds: ['L5.1', 'L5.2'] } }),
  ];
  expect(new Set(refusals)).toEqual(new Set(['observer-reads']));
  const stranger = new RouteBrowser();
  expect(await stranger.refusal(showMap, { workshop }, { method: 'GET' })).toBe('signed-out');
  expect(await stranger.refusal(showMine, { workshop }, { method: 'GET' })).toBe('signed-out');
  expect(await stranger.refusal(addOwnPoint, { workshop }, { body: OWN_POINT })).toBe('signed-out');
});

it('[MP1] in a closed workshop everybody reads and nobody writes', async () => {
  const { workshop, first } = await workshopWithTwo();
  const point = await makePoint(first, workshop);
  await facilitator.ask(endWorkshop, { workshop });
  for (const person of [first, facilitator]) {
    expect((await mapOf(person, workshop)).ownPoints).toHaveLength(1);
    expect(await person.refusal(addOwnPoint, { workshop }, { body: OWN_POINT })).toBe('workshop-closed');
    expect(await person.refusal(takeOwnPointAway, { workshop, point: point.id }, { method: 'DELETE' })).toBe(
      'workshop-closed',
    );
  }
});

it('[MP2] the author and the facilitator change and remove; somebody else does not', async () => {
  const { workshop, first, second } = await workshopWithTwo();
  const point = await makePoint(first, workshop);
  const fact = await makeFact(first, workshop);
  const loop = await first.ask<SavedLoopView, { workshop: string }>(
    addLoop,
    { workshop },
    { body: { name: 'Kring', elementIds: ['L5.1', 'L5.2'] } },
  );
  const pin = await first.ask<QuotePinView, { workshop: string }>(
    addPin,
    { workshop },
    { body: { elementId: 'L5.1', passageId: await storePassage(database) } },
  );
  const refusals = [
    await second.refusal(changeOwnPoint, { workshop, point: point.id }, { method: 'PATCH', body: OWN_POINT }),
    await second.refusal(takeOwnPointAway, { workshop, point: point.id }, { method: 'DELETE' }),
    await second.refusal(changeFact, { workshop, fact: fact.id }, { method: 'PATCH', body: FACT }),
    await second.refusal(takeFactAway, { workshop, fact: fact.id }, { method: 'DELETE' }),
    await second.refusal(changeLoop, { workshop, loop: loop.id }, { method: 'PATCH', body: { name: 'Nee' } }),
    await second.refusal(takeLoopAway, { workshop, loop: loop.id }, { method: 'DELETE' }),
    await second.refusal(takePinAway, { workshop, pin: pin.id }, { method: 'DELETE' }),
  ];
  expect(new Set(refusals)).toEqual(new Set(['not-yours']));
  const changed = await first.ask<OwnPointView, OwnPointParams>(
    changeOwnPoint,
    { workshop, point: point.id },
    { method: 'PATCH', body: { ...OWN_POINT, label: 'Ander  punt', concerns: ['IP1.1', 'IP1.1'] } },
  );
  expect(changed).toMatchObject({ id: point.id, number: 'E1', label: 'Ander punt', concerns: ['IP1.1'] });
  await facilitator.ask(changeFact, { workshop, fact: fact.id }, { method: 'PATCH', body: { ...FACT, dated: '2026' } });
  await first.ask(changeLoop, { workshop, loop: loop.id }, { method: 'PATCH', body: { name: 'Andere kring' } });
  const map = await mapOf(second, workshop);
  expect(map.facts).toMatchObject([{ dated: '2026', author: fact.author }]);
  expect(map.loops).toMatchObject([{ name: 'Andere kring', elementIds: ['L5.1', 'L5.2'] }]);
  await facilitator.ask(takeLoopAway, { workshop, loop: loop.id }, { method: 'DELETE' });
  await facilitator.ask(takePinAway, { workshop, pin: pin.id }, { method: 'DELETE' });
  expect(await mapOf(second, workshop)).toMatchObject({ loops: [], pins: [] });
});

it('[MP3] what belongs to another workshop does not exist here', async () => {
  const { workshop, first } = await workshopWithTwo();
  const other = await workshopWithTwo();
  const point = await makePoint(other.first, other.workshop);
  const fact = await makeFact(other.first, other.workshop);
  expect(await first.refusal(showMap, { workshop: other.workshop }, { method: 'GET' })).toBe('forbidden');
  expect(await facilitator.refusal(takeOwnPointAway, { workshop, point: point.id }, { method: 'DELETE' })).toBe(
    'unknown-own-point',
  );
  expect(await facilitator.refusal(changeFact, { workshop, fact: fact.id }, { method: 'PATCH', body: FACT })).toBe(
    'unknown-fact',
  );
  expect(await first.refusal(addFact, { workshop }, { body: { ...FACT, elementId: point.id } })).toBe(
    'unknown-element',
  );
  expect((await mapOf(facilitator, other.workshop)).ownPoints).toHaveLength(1);
});

it('[MP3] facts and stances may be on an own point, as long as it is there', async () => {
  const { workshop, first } = await workshopWithTwo();
  const point = await makePoint(first, workshop);
  await makeFact(first, workshop, { ...FACT, elementId: point.id });
  await first.ask(takeOwnPointAway, { workshop, point: point.id }, { method: 'DELETE' });
  expect(await first.refusal(addFact, { workshop }, { body: { ...FACT, elementId: point.id } })).toBe(
    'unknown-element',
  );
});

it.each([
  ['label-length', { ...OWN_POINT, label: ' ' }],
  ['label-length', { ...OWN_POINT, label: 'x'.repeat(81) }],
  ['label-length', { concerns: ['L5.1'], explanation: '' }],
  ['explanation-length', { ...OWN_POINT, explanation: 'x'.repeat(1_001) }],
  ['wrong-concerns', { ...OWN_POINT, concerns: [] }],
  ['wrong-concerns', { ...OWN_POINT, concerns: Array.from({ length: 21 }, () => 'L5.1') }],
  ['unknown-element', { ...OWN_POINT, concerns: ['L5.1', 'bestaat-niet'] }],
  ['unknown-element', { ...OWN_POINT, concerns: ['\u0000'] }],
  ['map-text-characters', { ...OWN_POINT, label: 'a\u200bb' }],
  ['map-text-characters', { ...OWN_POINT, explanation: 'a\u0000b' }],
  ['wrong-body', []],
])('[MP4] an own point is refused: %s', async (code, body) => {
  const { workshopId: workshop } = await makeTestWorkshop(facilitator);
  expect(await facilitator.refusal(addOwnPoint, { workshop }, { body })).toBe(code);
  expect((await facilitator.state(workshop)).mapVersion).toBe(0);
});

it.each([
  ['unknown-element', { ...FACT, elementId: 'C1' }],
  ['unknown-element', { ...FACT, elementId: 5 }],
  ['fact-kind', { ...FACT, kind: 'mening' }],
  ['fact-text-length', { ...FACT, text: 'x'.repeat(501) }],
  ['fact-source-length', { ...FACT, source: '' }],
  ['fact-date-length', { ...FACT, dated: 'x'.repeat(41) }],
  ['map-text-characters', { ...FACT, source: 'a\u202eb' }],
])('[MP4] a fact card is refused: %s', async (code, body) => {
  const { workshopId: workshop } = await makeTestWorkshop(facilitator);
  expect(await facilitator.refusal(addFact, { workshop }, { body })).toBe(code);
});

it.each([
  ['map-name-length', { name: '', elementIds: ['L5.1', 'L5.2'] }],
  ['wrong-loop', { name: 'Kring', elementIds: ['L5.1'] }],
  ['wrong-loop', { name: 'Kring', elementIds: ['L5.1', 'L5.2', 'L5.1'] }],
  ['unknown-element', { name: 'Kring', elementIds: ['L5.1', 'nee'] }],
])('[MP4] a loop is refused: %s', async (code, body) => {
  const { workshopId: workshop } = await makeTestWorkshop(facilitator);
  expect(await facilitator.refusal(addLoop, { workshop }, { body })).toBe(code);
});

it('[MP4] ids that are none are unknown, never an error', async () => {
  const { workshopId: workshop } = await makeTestWorkshop(facilitator);
  for (const id of ["' OR 1=1", '\u0000', crypto.randomUUID()]) {
    expect(await facilitator.refusal(takeOwnPointAway, { workshop, point: id }, { method: 'DELETE' })).toBe(
      'unknown-own-point',
    );
    expect(await facilitator.refusal(bringFactBack, { workshop, fact: id })).toBe('unknown-fact');
    expect(await facilitator.refusal(takePinAway, { workshop, pin: id }, { method: 'DELETE' })).toBe('unknown-pin');
    expect(await facilitator.refusal(takeLoopAway, { workshop, loop: id }, { method: 'DELETE' })).toBe('unknown-loop');
    expect(await facilitator.refusal(addPin, { workshop }, { body: { elementId: 'L5.1', passageId: id } })).toBe(
      'unknown-passage',
    );
    expect(await facilitator.refusal(standNoLonger, { workshop, element: id }, { method: 'DELETE' })).toBe(
      'unknown-element',
    );
  }
});

const stand = (browser: RouteBrowser, workshop: string, element: string, body: object) =>
  browser.ask<StanceView, { workshop: string; element: string }>(
    standHere,
    { workshop, element },
    { method: 'PUT', body },
  );

it('[MP5] one stance per person and element, between the poles of a pair only', async () => {
  const { workshop, first, second } = await workshopWithTwo();
  await stand(first, workshop, PAIR, { pole: -2, level: 'gezin' });
  await stand(first, workshop, PAIR, { pole: 1, level: null });
  await stand(second, workshop, PAIR, { pole: 2, level: 'stelsel' });
  await stand(first, workshop, 'L5.1', { pole: null, level: null });
  const { stances } = await mapOf(first, workshop);
  expect(stances.map(({ elementId, pole, level }) => [elementId, pole, level])).toEqual(
    expect.arrayContaining([
      [PAIR, 1, null],
      [PAIR, 2, 'stelsel'],
      ['L5.1', null, null],
    ]),
  );
  expect(stances).toHaveLength(3);
  await first.ask(standNoLonger, { workshop, element: PAIR }, { method: 'DELETE' });
  await first.ask(standNoLonger, { workshop, element: PAIR }, { method: 'DELETE' });
  expect((await mapOf(first, workshop)).stances).toHaveLength(2);
});

it.each([
  ['stance-without-poles', 'L5.1', { pole: 0, level: null }],
  ['stance-without-poles', 'L5.1', { pole: null, level: 'gezin' }],
  ['wrong-stance', PAIR, { pole: 3, level: null }],
  ['wrong-stance', PAIR, { pole: 0.5, level: null }],
  ['wrong-stance', PAIR, { pole: 1, level: 'heelal' }],
  ['wrong-stance', PAIR, {}],
  ['unknown-element', 'nee', { pole: null, level: null }],
])('[MP5] a stance is refused: %s', async (code, element, body) => {
  const { workshopId: workshop } = await makeTestWorkshop(facilitator);
  expect(await facilitator.refusal(standHere, { workshop, element }, { method: 'PUT', body })).toBe(code);
});

it('[MP5] a facilitator who starts to take part still stands in one place', async () => {
  const { workshopId: workshop } = await makeTestWorkshop(facilitator);
  await stand(facilitator, workshop, PAIR, { pole: -1, level: null });
  await facilitator.ask(takePartInWorkshop, { workshop }, { body: { name: 'Testbegeleider', perspective: null } });
  await stand(facilitator, workshop, PAIR, { pole: 2, level: null });
  const { stances } = await mapOf(facilitator, workshop);
  expect(stances).toMatchObject([{ pole: 2, person: (await facilitator.state(workshop)).me.key }]);
});

it('[MP6] [MP8] forty at once fill the last ten places, with ten numbers', async () => {
  const { workshop, first, second } = await workshopWithTwo();
  await database.pool.query(
    `INSERT INTO own_points (id, workshop_id, number, label, concerns, author)
     SELECT gen_random_uuid(), $1, n, 'Verzonnen', '{L5.1}', 'p:x' FROM generate_series(1, 190) n`,
    [workshop],
  );
  const answers = await Promise.all(
    Array.from({ length: 40 }, (_, at) =>
      (at % 2 ? first : second).send(addOwnPoint, { workshop }, { body: { ...OWN_POINT, label: `Punt ${at}` } }),
    ),
  );
  const made = answers.filter(({ status }) => status === 201);
  const numbers = await Promise.all(made.map(async (answer) => ((await answer.json()) as OwnPointView).number));
  expect(numbers.toSorted()).toEqual(Array.from({ length: 10 }, (_, at) => `E${191 + at}`).toSorted());
  const refused = answers.find(({ status }) => status === 409);
  expect(await refused?.json()).toMatchObject({ error: { code: 'too-many-own-points' } });
});

it('[MP6] facts, pins and loops end at their bound', async () => {
  const { workshop, first } = await workshopWithTwo();
  const passageId = await storePassage(database);
  await database.pool.query(
    `INSERT INTO fact_cards (id, workshop_id, element_id, kind, text, source, dated, author)
     SELECT gen_random_uuid(), $1, 'L5.1', 'cijfer', 'x', 'x', 'x', 'p:x' FROM generate_series(1, 1000)`,
    [workshop],
  );
  await database.pool.query(
    `INSERT INTO quote_pins (id, workshop_id, element_id, passage_id, author)
     SELECT gen_random_uuid(), $1, 'nep' || n, $2, 'p:x' FROM generate_series(1, 1000) n`,
    [workshop, passageId],
  );
  await database.pool.query(
    `INSERT INTO saved_loops (id, workshop_id, name, element_ids, author)
     SELECT gen_random_uuid(), $1, 'x', '{L5.1,L5.2}', 'p:x' FROM generate_series(1, 200)`,
    [workshop],
  );
  expect(await first.refusal(addFact, { workshop }, { body: FACT })).toBe('too-many-facts');
  expect(await first.refusal(addPin, { workshop }, { body: { elementId: 'L5.1', passageId } })).toBe('too-many-pins');
  const loop = { name: 'Kring', elementIds: ['L5.1', 'L5.2'] };
  expect(await first.refusal(addLoop, { workshop }, { body: loop })).toBe('too-many-loops');
});

it('[MP7] a change reaches every screen with a new version; a refused one does not', async () => {
  const { workshop, first, second } = await workshopWithTwo();
  const live = await LiveStream.open(second, workshop);
  await live.until(({ mapVersion }) => mapVersion === 0);
  await first.refusal(addOwnPoint, { workshop }, { body: { ...OWN_POINT, concerns: ['nee'] } });
  const point = await makePoint(first, workshop);
  await live.until(({ mapVersion }) => mapVersion === 1);
  await first.refusal(takeOwnPointAway, { workshop, point: crypto.randomUUID() }, { method: 'DELETE' });
  await first.ask(takeOwnPointAway, { workshop, point: point.id }, { method: 'DELETE' });
  await live.until(({ mapVersion }) => mapVersion === 2);
  expect((await mapOf(second, workshop)).version).toBe(2);
  live.close();
});

it('[MP8] [MP9] a removed point comes back as it was, and its number is never given again', async () => {
  const { workshop, first, second } = await workshopWithTwo();
  const one = await makePoint(first, workshop);
  await first.ask(takeOwnPointAway, { workshop, point: one.id }, { method: 'DELETE' });
  expect((await mapOf(second, workshop)).ownPoints).toEqual([]);
  expect((await makePoint(second, workshop)).number).toBe('E2');
  expect(await second.refusal(bringOwnPointBack, { workshop, point: one.id })).toBe('not-yours');
  await first.ask(bringOwnPointBack, { workshop, point: one.id });
  expect((await mapOf(second, workshop)).ownPoints).toMatchObject([one, { number: 'E2' }]);
  expect(await first.refusal(bringOwnPointBack, { workshop, point: one.id })).toBe('unknown-own-point');
});

it('[MP9] a removed fact comes back as it was', async () => {
  const { workshop, first } = await workshopWithTwo();
  const fact = await makeFact(first, workshop);
  await first.ask(takeFactAway, { workshop, fact: fact.id }, { method: 'DELETE' });
  expect((await mapOf(first, workshop)).facts).toEqual([]);
  expect(await first.refusal(changeFact, { workshop, fact: fact.id }, { method: 'PATCH', body: FACT })).toBe(
    'unknown-fact',
  );
  await first.ask<FactCardView, FactParams>(bringFactBack, { workshop, fact: fact.id });
  expect((await mapOf(first, workshop)).facts).toEqual([fact]);
});

it('[MP10] two people pin the same quote at once: it hangs there once', async () => {
  const { workshop, first, second } = await workshopWithTwo();
  const body = { elementId: 'L5.1.A', passageId: await storePassage(database, 'Nog een verzonnen uitspraak') };
  const pins = await Promise.all(
    [first, second].map((browser) => browser.ask<QuotePinView, { workshop: string }>(addPin, { workshop }, { body })),
  );
  expect(pins[0]?.id).toBe(pins[1]?.id);
  const map = await mapOf(first, workshop);
  expect(map.pins).toEqual([pins[0]]);
  expect(map.pins[0]?.passage).toMatchObject({
    kind: 'quote',
    text: 'Nog een verzonnen uitspraak',
    evidence: 'ervaring',
    source: { title: 'Verzonnen bron', version: 1 },
    section: { number: '1', title: 'Verzonnen hoofdstuk' },
  });
});
