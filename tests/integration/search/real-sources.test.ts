/** On the real documents, where this machine has them; what they say is nowhere in here, only how much was found. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SEARCH_KINDS } from '@/lib/api/evidence-contracts';
import type { TestDatabase } from '../../support/create-test-database';
import { hasRealSources, importRealSources } from '../../support/real-sources';
import {
  makeTestWorkshop,
  openTestInstallation,
  type RouteBrowser,
  signedInFacilitator,
} from '../../support/route-browser';
import { found, hitsOf, markedIn, totalOf } from '../../support/search-calls';

describe.skipIf(!hasRealSources)('on the real sources', () => {
  let database: TestDatabase;
  let facilitator: RouteBrowser;
  let workshop: string;
  beforeAll(async () => {
    database = await openTestInstallation();
    facilitator = await signedInFacilitator();
    ({ workshopId: workshop } = await makeTestWorkshop(facilitator));
    await importRealSources(database.pool);
  });
  afterAll(() => database.drop());

  const search = (query: string) => found(facilitator, workshop, query);
  /** How many passages hold one of these, read without any of our search. */
  async function passagesWith(pattern: string): Promise<number> {
    const { rows } = await database.pool.query<{ n: number }>(
      'SELECT count(*)::int AS n FROM source_passages WHERE text ~* $1',
      [pattern],
    );
    return rows[0]?.n ?? 0;
  }
  async function passagesFound(query: string): Promise<number> {
    const answer = await search(query);
    return totalOf(answer, 'quote') + totalOf(answer, 'text');
  }

  it.each([
    ['kinderen', '\\mkind(eren)?\\M'],
    ['jeugdhulp', 'jeugdhulp'],
    ['interventie', 'interventie'],
    ['wachtlijsten', 'wachtlijst'],
  ])('[SR2] %s finds every passage that has it, in whatever form', async (query, pattern) => {
    const expected = await passagesWith(pattern);
    expect(expected).toBeGreaterThan(10);
    expect(await passagesFound(query)).toBeGreaterThanOrEqual(expected);
  });

  it.each([
    ['huiselijk gewelt', 'huiselijk geweld'],
    ['bescherminh', 'bescherming'],
    ['wachtlijtsen', 'wachtlijsten'],
    ['samenwerkig', 'samenwerking'],
    ['profesionals', 'professionals'],
  ])('[SR4] %s finds what %s finds', async (slip, right) => {
    const [wrong, well] = [await search(slip), await search(right)];
    expect(totalOf(well, 'quote')).toBeGreaterThan(10);
    for (const kind of SEARCH_KINDS) expect([kind, totalOf(wrong, kind)]).toEqual([kind, totalOf(well, kind)]);
    expect(hitsOf(wrong, 'point').length).toBeGreaterThan(0);
  });

  it('[SR2] [SR3] a compound finds what has it, or else what has its parts', async () => {
    const own = await search('veiligheidsplannen');
    expect(own.instead).toBeNull();
    expect(totalOf(own, 'quote') + totalOf(own, 'text')).toBeGreaterThan(0);
    const parts = await search('wachtlijstafspraken');
    expect(parts.instead).toMatch(/^wachtlijst(?:en)? (?:of )?afspraken?$/);
    expect(totalOf(parts, 'quote')).toBeGreaterThan(0);
  });

  it('[SR6] every quote that is found is marked, and opens its section', async () => {
    for (const query of ['jeugdbescherming', 'vertrouwen', 'rechtsbescherming', 'huisarts']) {
      const hits = hitsOf(await search(query), 'quote');
      expect(hits.length).toBeGreaterThan(0);
      for (const hit of hits) {
        expect(markedIn(hit).length).toBeGreaterThan(0);
        expect(hit.opens.sectionId).not.toBeNull();
        expect(hit.title).not.toBe('');
      }
    }
  });

  it('[SR6] the wording of a point opens the point it belongs to', async () => {
    const hits = hitsOf(await search('wachtlijsten'), 'text');
    expect(hits.map(({ opens }) => opens.elementId)).toContain('L5.9.A.2.p2');
  });
});
