/** The map through its handlers, as a person uses it. For tests against a real database. */
import type { FactCardView, MyMap, OwnPointView, WorkshopMap } from '@/lib/api/map-contracts';
import { addFact } from '@/lib/http/map/facts';
import { addOwnPoint } from '@/lib/http/map/own-points';
import { showMap, showMine } from '@/lib/http/map/show-map';
import type { TestDatabase } from './create-test-database';
import type { RouteBrowser } from './route-browser';

export const OWN_POINT = { label: 'Verzonnen punt', explanation: '', concerns: ['L5.1.A'] };
export const FACT = {
  elementId: 'L5.1.A',
  kind: 'cijfer',
  text: 'Verzonnen cijfer',
  source: 'Verzonnen bron',
  dated: '2025',
};

export function mapOf(browser: RouteBrowser, workshop: string): Promise<WorkshopMap> {
  return browser.ask<WorkshopMap, { workshop: string }>(showMap, { workshop }, { method: 'GET' });
}

export function mineOf(browser: RouteBrowser, workshop: string): Promise<MyMap> {
  return browser.ask<MyMap, { workshop: string }>(showMine, { workshop }, { method: 'GET' });
}

export function makePoint(browser: RouteBrowser, workshop: string, body: object = OWN_POINT): Promise<OwnPointView> {
  return browser.ask<OwnPointView, { workshop: string }>(addOwnPoint, { workshop }, { body });
}

export function makeFact(browser: RouteBrowser, workshop: string, body: object = FACT): Promise<FactCardView> {
  return browser.ask<FactCardView, { workshop: string }>(addFact, { workshop }, { body });
}

/** An invented source with one passage; gives the id of the passage. */
export async function storePassage({ pool }: TestDatabase, text = 'Verzonnen uitspraak'): Promise<string> {
  const { rows } = await pool.query<{ id: string }>(
    `WITH d AS (
       INSERT INTO source_documents (id, slug, version, kind, evidence, title, file_name, sha256, report)
       VALUES (gen_random_uuid(), 'verzonnen-' || gen_random_uuid(), 1, 'other', 'ervaring', 'Verzonnen bron', 'v.txt', '\\x00', '{}')
       RETURNING id),
     s AS (
       INSERT INTO source_sections (id, document_id, "order", level, number, title)
       SELECT gen_random_uuid(), id, 0, 1, '1', 'Verzonnen hoofdstuk' FROM d RETURNING id, document_id)
     INSERT INTO source_passages (id, document_id, section_id, "order", kind, text)
     SELECT gen_random_uuid(), document_id, id, 0, 'quote', $1 FROM s RETURNING id`,
    [text],
  );
  return rows[0]?.id ?? '';
}
