/** Percentiles per sort of query, and how often there was a find. */
import { SORTS, type Sort } from './queries';
import { ENGINES, type Engine, type SearchBench, type Timed } from './run';

/** Milliseconds of the whole answer. */
const SEARCH_AIM = { p95: 50 } as const;

type SearchFigures = { queries: number; p50: number; p95: number; max: number; found: number };
type SearchSummary = {
  all: Record<Engine, SearchFigures>;
  sorts: Record<Sort, Record<Engine, SearchFigures>>;
  isMet: boolean;
};

function figuresOf(timed: readonly Timed[]): SearchFigures {
  const sorted = timed.map(({ ms }) => ms).sort((a, b) => a - b);
  const at = (part: number) => sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * part) - 1)] ?? Number.NaN;
  const found = timed.filter((one) => one.found).length / timed.length;
  return { queries: timed.length, p50: at(0.5), p95: at(0.95), max: at(1), found };
}

function perEngine(timed: readonly Timed[]): Record<Engine, SearchFigures> {
  const of = (engine: Engine) => figuresOf(timed.filter((one) => one.engine === engine));
  return { ours: of('ours'), ilike: of('ilike') };
}

export function summariseSearch({ timed }: SearchBench): SearchSummary {
  const of = (sort: Sort) => perEngine(timed.filter((one) => one.sort === sort));
  const sorts = Object.fromEntries(SORTS.map((sort) => [sort, of(sort)])) as SearchSummary['sorts'];
  const all = perEngine(timed);
  return { all, sorts, isMet: all.ours.p95 <= SEARCH_AIM.p95 };
}

const NAMES: Record<Engine, string> = { ours: '**Knooppunt**', ilike: "`ILIKE '%word%'`" };
const ms = (value: number): string => `${value.toFixed(1)} ms`;
const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

/** As markdown. */
export function searchReport(result: SearchBench): string {
  const { all, sorts, isMet } = summariseSearch(result);
  const { corpus } = result;
  const line = (sort: string, engine: Engine, { queries, p50, p95, max, found }: SearchFigures): string =>
    row([sort, NAMES[engine], String(queries), ms(p50), ms(p95), ms(max), `${Math.round(found * 100)}%`]);
  const entries = Object.entries(corpus.entries).map(([kind, n]) => `${n.toLocaleString('en')} ${kind}`);
  return [
    '### Search',
    '',
    `Corpus: ${corpus.sources} imported documents; ${entries.join(', ')}; ${corpus.words.toLocaleString('en')} different words, ${corpus.characters.toLocaleString('en')} characters.`,
    '',
    row(['queries', 'engine', 'asked', 'p50', 'p95', 'max', 'found something']),
    row(Array.from({ length: 7 }, () => '---')),
    ...SORTS.flatMap((sort) => ENGINES.map((engine) => line(sort, engine, sorts[sort][engine]))),
    ...ENGINES.map((engine) => line('**all**', engine, all[engine])),
    '',
    `${isMet ? 'Met' : 'NOT MET'}: p95 of ours under ${SEARCH_AIM.p95} ms.`,
  ].join('\n');
}
