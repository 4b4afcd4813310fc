/**
 * Our search beside a plain `ILIKE '%word%'` over the same texts, query by query in turns. Part of `npm run bench`
 * (`-- --only search` for this alone). Ours is the whole answer as it is sent; theirs is the query alone.
 */
import { Pool } from 'pg';
import { closeDatabase } from '../../../lib/db/client';
import { searchScopes } from '../../../lib/db/search/search-scopes';
import { queryWords } from '../../../lib/domain/search/query-words';
import { answerSearch } from '../../../lib/http/search/answer-search';
import { onLeave } from '../clean-up';
import { openBenchDatabase } from '../database';
import { type Corpus, makeCorpus } from './corpus';
import { makeQueries, type Query } from './queries';

export const ENGINES = ['ours', 'ilike'] as const;
export type Engine = (typeof ENGINES)[number];
/** `found`: whether there was anything. Milliseconds. */
export type Timed = Query & { engine: Engine; ms: number; found: boolean };
export type SearchBench = { corpus: Corpus; timed: Timed[] };
type SearchBenchOptions = { root: string; rounds: number; say: (text: string) => void };

const WARM_UP = 40;

async function askOurs(workshopId: string, text: string): Promise<boolean> {
  const words = queryWords(text);
  if (!words.ok) return false;
  const answer = await answerSearch(workshopId, text, words.value);
  return JSON.stringify(answer).length > 0 && answer.groups.length > 0;
}

const ILIKE = `
  WITH hit AS (SELECT kind, ref, title, body FROM search_entries
    WHERE scope = ANY($1) AND NOT EXISTS (
      SELECT 1 FROM unnest($2::text[]) AS word WHERE title || ' ' || body NOT ILIKE '%' || word || '%')),
  placed AS (SELECT *, count(*) OVER (PARTITION BY kind) AS total, row_number() OVER (PARTITION BY kind ORDER BY ref) AS place FROM hit)
  SELECT * FROM placed WHERE place <= 10`;
const ILIKE_ONE = ILIKE.replace(/NOT EXISTS \([\s\S]*?'%'\)\)/, "title || ' ' || body ILIKE '%' || $2 || '%')");

async function askIlike(pool: Pool, scopes: readonly string[], text: string): Promise<boolean> {
  const words = text.split(' ');
  const { rows } = await (words.length === 1
    ? pool.query({ name: 'ilike-one', text: ILIKE_ONE, values: [scopes, text] })
    : pool.query({ name: 'ilike-all', text: ILIKE, values: [scopes, words] }));
  return rows.length > 0;
}

/** Fills a fresh database and asks every query in every round, both engines after each other. */
export async function measureSearch({ root, rounds, say }: SearchBenchOptions): Promise<SearchBench> {
  const database = await openBenchDatabase(root);
  // The product's own connections, as its routes have them.
  Object.assign(process.env, {
    DATABASE_URL: database.url,
    KNOOPPUNT_SECRET: 'verzonnen-geheim-voor-een-meting-0123456789',
    KNOOPPUNT_DATA: root,
    LOG_LEVEL: 'silent',
  });
  onLeave(closeDatabase);
  const pool = new Pool({ connectionString: database.url, max: 1 });
  onLeave(() => pool.end());
  const corpus = await makeCorpus(root, pool);
  const queries = await makeQueries(pool);
  const scopes = await searchScopes(corpus.workshopId);
  say(`search: ${queries.length} queries, ${Object.values(corpus.entries).reduce((sum, n) => sum + n, 0)} texts`);
  const ask: Record<Engine, (text: string) => Promise<boolean>> = {
    ours: (text) => askOurs(corpus.workshopId, text),
    ilike: (text) => askIlike(pool, scopes, text),
  };
  for (const { text } of queries.slice(0, WARM_UP)) for (const engine of ENGINES) await ask[engine](text);
  const timed: Timed[] = [];
  for (let round = 0; round < rounds; round += 1) {
    for (const query of queries) {
      for (const engine of round % 2 ? ENGINES.toReversed() : ENGINES) {
        const started = performance.now();
        const found = await ask[engine](query.text);
        timed.push({ ...query, engine, found, ms: performance.now() - started });
      }
    }
    say(`search ${round + 1}/${rounds}`);
  }
  return { corpus, timed };
}
