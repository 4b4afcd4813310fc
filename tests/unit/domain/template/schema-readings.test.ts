import { describe, expect, it } from 'vitest';
import { HAS_SOURCES, readSchema, readShared } from './read-schema';

interface GivenKnot {
  cluster: number;
  order: number;
  title: string;
  line_in_rapport: number;
  concerns: { where: string; title: string }[];
}
interface GivenRelation {
  id: string;
  kind: string;
  from: string[];
  to: string[];
  quote: string;
  certainty: string;
}

const schema = readSchema();
const elements = new Map(
  [...schema.layers, ...schema.blocks, ...schema.groups].map((element) => [element.id, element]),
);

describe.skipIf(!HAS_SOURCES)('probleem-en-oorzakenschema.json beside the given readings', () => {
  it('[TP24] every place an intervention point concerns carries the heading the reading names', () => {
    const given: { interventiepunten: GivenKnot[] } = JSON.parse(readShared('data/interventiepunten-op-blokken.json'));
    const source = readShared('sources/bijlage-e-probleem-en-oorzakenanalyse.txt').split('\n');
    for (const { where, title } of given.interventiepunten.flatMap(({ concerns }) => concerns)) {
      const heading = source[(elements.get(where)?.locator.line ?? 0) - 1] ?? '';
      expect([where, heading.includes(title)]).toEqual([where, true]);
    }
    expect(schema.interventionPoints.map(({ number, label, concerns }) => ({ number, label, concerns }))).toEqual(
      given.interventiepunten.map(({ cluster, order, title, concerns }) => ({
        number: `${cluster}.${order}`,
        label: title,
        concerns: concerns.map(({ where }) => where),
      })),
    );
  });

  it('[TP24] every intervention point carries its title as the report has it', () => {
    const report = readShared('sources/rapport-actualisatie-probleemanalyse.txt').split('\n');
    for (const { label, locator } of schema.interventionPoints) {
      expect(report[(locator.line ?? 0) - 1]?.replace(/[#*]/g, '').trim()).toBe(label);
    }
  });

  it('[TP25] every given relation is there, with its certainty, and its edge', () => {
    const given: { relations: GivenRelation[] } = JSON.parse(readShared('data/relaties.json'));
    const certainty = (words: string) =>
      words === 'stated' ? 'stated' : words.startsWith('open') ? 'open' : 'reading';
    expect(schema.relations.map(({ id, edge, certainty: value }) => [id, edge, value])).toEqual(
      given.relations.map(({ id, kind, certainty: words }) => [
        id,
        kind !== 'document link' && kind !== 'reading rule',
        certainty(words),
      ]),
    );
  });

  it('[TP25] every id the words of a relation name is an endpoint, or something below it is', () => {
    const given: { relations: GivenRelation[] } = JSON.parse(readShared('data/relaties.json'));
    const trackOf = (id: string) => `track:${schema.layers.find((layer) => layer.id === id)?.track}`;
    for (const [index, relation] of given.relations.entries()) {
      for (const side of ['from', 'to'] as const) {
        const refs = (schema.relations[index]?.[side] ?? []).flatMap((end) => ('ref' in end ? [end.ref] : []));
        for (const [id] of relation[side].join(' ').matchAll(/L5(?:\.(?:\d+|[A-E]|I+))+/g)) {
          const found = refs.some((ref) => ref === id || ref.startsWith(`${id}.`) || ref === trackOf(id));
          expect([relation.id, side, id, found]).toEqual([relation.id, side, id, true]);
        }
      }
    }
  });

  it('[TP25] ships no quote', () => {
    const given: { relations: GivenRelation[] } = JSON.parse(readShared('data/relaties.json'));
    const long = given.relations.map(({ quote }) => quote).filter((quote) => quote.length > 80);
    const shipped = JSON.stringify(schema);
    expect(long.filter((quote) => shipped.includes(quote))).toEqual([]);
  });
});
