import { afterAll, beforeAll, expect, it } from 'vitest';
import { PLAIN_VIEW, type SavedViewView } from '@/lib/api/map-contracts';
import { markOpened, markTour } from '@/lib/http/map/opened';
import { COVERAGE_WAIT_MS } from '@/lib/http/map/tell-coverage-later';
import { forgetView, keepView } from '@/lib/http/map/views';
import { takePartInWorkshop } from '@/lib/http/people/take-part-in-workshop';
import { endWorkshop } from '@/lib/http/workshops/end-workshop';
import type { TestDatabase } from '../../support/create-test-database';
import { LiveStream } from '../../support/live-stream';
import { makePoint, mapOf, mineOf } from '../../support/map-calls';
import {
  joinAs,
  makeTestWorkshop,
  openTestInstallation,
  type RouteBrowser,
  signedInFacilitator,
} from '../../support/route-browser';

let database: TestDatabase;
let facilitator: RouteBrowser;
beforeAll(async () => {
  database = await openTestInstallation();
  facilitator = await signedInFacilitator();
});
afterAll(() => database.drop());

const keep = (browser: RouteBrowser, workshop: string, name: string, settings: object = PLAIN_VIEW) =>
  browser.ask<SavedViewView, { workshop: string }>(keepView, { workshop }, { body: { name, settings } });
const open = (browser: RouteBrowser, workshop: string, elementIds: string[]) =>
  browser.ask(markOpened, { workshop }, { body: { elementIds } });

it('[MP11] views, what was opened and the tour are of one person, also of an observer', async () => {
  const { workshopId: workshop, tokens } = await makeTestWorkshop(facilitator);
  const { browser: observer } = await joinAs('Meekijker', tokens.observer);
  const { browser: other } = await joinAs('Testpersoon', tokens.participant);
  const follow = { elementId: 'L5.1', direction: 'up' };
  const view = await keep(observer, workshop, ' Mijn  blik ', { ...PLAIN_VIEW, follow });
  await open(observer, workshop, ['L5.1', 'L5.2']);
  await observer.ask(markTour, { workshop });
  await observer.ask(markTour, { workshop });
  expect(view).toMatchObject({ name: 'Mijn blik', settings: { follow } });
  const mine = await mineOf(observer, workshop);
  expect(mine).toMatchObject({ views: [view], tourSeen: true });
  expect(mine.opened.toSorted()).toEqual(['L5.1', 'L5.2']);
  expect(await mineOf(other, workshop)).toEqual({ opened: [], views: [], tourSeen: false });
  expect(await other.refusal(forgetView, { workshop, view: view.id }, { method: 'DELETE' })).toBe('unknown-view');
  expect((await facilitator.state(workshop)).mapVersion).toBe(0);
});

it('[MP11] the same name replaces; forgetting is once', async () => {
  const { workshopId: workshop } = await makeTestWorkshop(facilitator);
  const first = await keep(facilitator, workshop, 'Blik');
  const second = await keep(facilitator, workshop, 'Blik', { ...PLAIN_VIEW, only: 'with-notes' });
  expect(second.id).toBe(first.id);
  expect((await mineOf(facilitator, workshop)).views).toMatchObject([{ settings: { only: 'with-notes' } }]);
  await facilitator.ask(forgetView, { workshop, view: first.id }, { method: 'DELETE' });
  expect(await facilitator.refusal(forgetView, { workshop, view: first.id }, { method: 'DELETE' })).toBe(
    'unknown-view',
  );
});

it('[MP11] in a closed workshop personal reading goes on', async () => {
  const { workshopId: workshop } = await makeTestWorkshop(facilitator);
  await facilitator.ask(endWorkshop, { workshop });
  await keep(facilitator, workshop, 'Blik');
  await open(facilitator, workshop, ['L5.1']);
  expect(await mineOf(facilitator, workshop)).toMatchObject({ opened: ['L5.1'], views: [{ name: 'Blik' }] });
});

it('[MP11] a facilitator who starts to take part keeps views, opened and the tour, and counts once', async () => {
  const { workshopId: workshop } = await makeTestWorkshop(facilitator);
  await keep(facilitator, workshop, 'Blik');
  await open(facilitator, workshop, ['L5.1']);
  await facilitator.ask(markTour, { workshop });
  await facilitator.ask(takePartInWorkshop, { workshop }, { body: { name: 'Testbegeleider', perspective: null } });
  await open(facilitator, workshop, ['L5.1', 'L5.2']);
  const mine = await mineOf(facilitator, workshop);
  expect(mine).toMatchObject({ views: [{ name: 'Blik' }], tourSeen: true });
  expect(mine.opened.toSorted()).toEqual(['L5.1', 'L5.2']);
  expect((await mapOf(facilitator, workshop)).opened).toEqual({ 'L5.1': 1, 'L5.2': 1 });
});

it('[MP6] fifty views a person, also when many are saved at once', async () => {
  const { workshopId: workshop } = await makeTestWorkshop(facilitator);
  const answers = await Promise.all(
    Array.from({ length: 55 }, (_, at) =>
      facilitator.send(keepView, { workshop }, { body: { name: `Blik ${at}`, settings: PLAIN_VIEW } }),
    ),
  );
  expect(answers.filter(({ status }) => status === 201)).toHaveLength(50);
  expect(await facilitator.refusal(keepView, { workshop }, { body: { name: 'Nog een', settings: PLAIN_VIEW } })).toBe(
    'too-many-views',
  );
});

it.each([
  ['map-name-length', { name: 'x'.repeat(61), settings: PLAIN_VIEW }],
  ['map-text-characters', { name: 'a\u200bb', settings: PLAIN_VIEW }],
  ['wrong-body', { name: 'Blik', settings: { ...PLAIN_VIEW, only: 'alles' } }],
  ['wrong-body', { name: 'Blik', settings: { ...PLAIN_VIEW, clusters: ['\u0000'] } }],
  ['wrong-body', { name: 'Blik', settings: { ...PLAIN_VIEW, follow: { elementId: '\ud800', direction: 'up' } } }],
  ['wrong-body', { name: 'Blik' }],
])('[MP11] a view is refused: %s', async (code, body) => {
  const { workshopId: workshop } = await makeTestWorkshop(facilitator);
  expect(await facilitator.refusal(keepView, { workshop }, { body })).toBe(code);
});

it('[MP12] people are counted, what is no element is passed over', async () => {
  const { workshopId: workshop, tokens } = await makeTestWorkshop(facilitator);
  const other = await makeTestWorkshop(facilitator);
  const foreign = await makePoint(facilitator, other.workshopId);
  const people = await Promise.all(['Een', 'Twee', 'Drie'].map((name) => joinAs(name, tokens.participant)));
  const own = await makePoint(facilitator, workshop);
  for (const { browser } of people) await open(browser, workshop, ['L5.1', 'L5.1', 'nee', '\u0000', foreign.id]);
  await open(facilitator, workshop, [own.id]);
  expect((await mapOf(facilitator, workshop)).opened).toEqual({ 'L5.1': 3, [own.id]: 1 });
  expect(
    await facilitator.refusal(
      markOpened,
      { workshop },
      { body: { elementIds: Array.from({ length: 201 }, () => 'L5.1') } },
    ),
  ).toBe('wrong-body');
});

it('[MP12] the screens hear of the first who opens something, once for all of them', async () => {
  const { workshopId: workshop, tokens } = await makeTestWorkshop(facilitator);
  const { browser } = await joinAs('Testpersoon', tokens.participant);
  const live = await LiveStream.open(facilitator, workshop);
  await live.until(({ mapVersion }) => mapVersion === 0);
  for (const elementId of ['L5.1', 'L5.2', 'L5.3']) await open(browser, workshop, [elementId]);
  expect((await facilitator.state(workshop)).mapVersion).toBe(0);
  await live.until(({ mapVersion }) => mapVersion === 1, COVERAGE_WAIT_MS + 5_000);
  await open(facilitator, workshop, ['L5.1']);
  expect((await mapOf(facilitator, workshop)).version).toBe(1);
  live.close();
});

it('[MP13] a full hall reads the map at once, and reads what was just written', async () => {
  const { workshopId: workshop } = await makeTestWorkshop(facilitator);
  await database.pool.query(
    `INSERT INTO stances (workshop_id, person, element_id)
     SELECT $1, 'p:' || p, 'L5.' || e FROM generate_series(1, 200) p, generate_series(1, 10) e`,
    [workshop],
  );
  await makePoint(facilitator, workshop);
  const readings = await Promise.all(Array.from({ length: 50 }, () => mapOf(facilitator, workshop)));
  for (const { version, stances, ownPoints } of readings) {
    expect([version, stances.length, ownPoints.length]).toEqual([1, 2_000, 1]);
  }
  await makePoint(facilitator, workshop);
  expect(await mapOf(facilitator, workshop)).toMatchObject({ version: 2, ownPoints: [{}, {}] });
});
