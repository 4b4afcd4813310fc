/** Search through its handler, and invented sources to search in. For tests against a real database. */
import { createHash } from 'node:crypto';
import type { Pool } from 'pg';
import type { SearchAnswer, SearchHit, SearchKind } from '@/lib/api/evidence-contracts';
import { storeSource } from '@/lib/db/sources';
import type { ParsedSource, PassageKind } from '@/lib/domain/evidence/parsed-source';
import { reportSource } from '@/lib/domain/evidence/report-source';
import { search } from '@/lib/http/search/search';
import { type RouteBrowser, TEST_URL } from './route-browser';

export async function searchAs(browser: RouteBrowser, workshop: string, query: string): Promise<Response> {
  const request = new Request(`${TEST_URL}/?q=${encodeURIComponent(query)}`, {
    headers: { Cookie: browser.cookieHeader },
  });
  return search(request, { workshop });
}

export async function found(browser: RouteBrowser, workshop: string, query: string): Promise<SearchAnswer> {
  const answer = await searchAs(browser, workshop, query);
  if (!answer.ok) throw new Error(`${query}: ${answer.status} ${await answer.text()}`);
  return (await answer.json()) as SearchAnswer;
}

export function hitsOf(answer: SearchAnswer, kind: SearchKind): SearchHit[] {
  return answer.groups.find((group) => group.kind === kind)?.hits ?? [];
}

export function totalOf(answer: SearchAnswer, kind: SearchKind): number {
  return answer.groups.find((group) => group.kind === kind)?.total ?? 0;
}

/** The words that a hit marks. */
export function markedIn({ excerpt, marks }: SearchHit): string[] {
  return marks.map(([from, to]) => excerpt.slice(from, to));
}

type InventedSource = {
  slug: string;
  title?: string;
  texts: readonly { text: string; kind?: PassageKind; anchor?: string }[];
};

/** An invented source with one section of these texts, stored as an import does; again under one slug is a new version. */
export function storeInvented(pool: Pool, { slug, title = 'Verzonnen bron', texts }: InventedSource): Promise<unknown> {
  const passages = texts.map(({ text, kind = 'quote', anchor = null }, line) => ({
    kind,
    text,
    anchor: anchor ?? null,
    line,
  }));
  const source: ParsedSource = {
    kind: 'other',
    slug,
    title,
    dated: null,
    evidence: 'ervaring',
    sections: [
      { level: 1, number: '1', title: 'Verzonnen hoofdstuk', line: 1, passages: [] },
      { level: 2, number: '1.1', title: 'Verzonnen paragraaf', line: 2, passages },
    ],
    abbreviations: [],
    missingDocuments: [],
    doubtful: [],
  };
  const sha256 = createHash('sha256').update(JSON.stringify(source)).digest();
  return storeSource(pool, {
    source,
    report: reportSource(source, null),
    fileName: 'verzonnen.txt',
    sha256,
    importedBy: null,
  });
}
