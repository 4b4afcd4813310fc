/** Invented sources, put straight into the tables: an anthology, a report and an analysis of the given template. */
import { randomUUID } from 'node:crypto';
import type { Pool } from 'pg';
import { anchorsOf, interventionAnchor } from '@/lib/domain/evidence/anchor';
import type { EvidenceKind, PassageKind, SourceKind } from '@/lib/domain/evidence/parsed-source';
import type { Template } from '@/lib/domain/template/template';

type SeedPassage = { kind: PassageKind; text: string; anchor?: string };
export type SeedSection = { level: 1 | 2 | 3; number: string | null; title: string; passages: SeedPassage[] };
export type SeedDocument = {
  kind: SourceKind;
  slug: string;
  title: string;
  version?: number;
  evidence?: EvidenceKind;
  sections: SeedSection[];
  abbreviations?: [string, string][];
};
/** ids in reading order */
export type Seeded = { documentId: string; sectionIds: string[]; passageIds: string[] };

const quotes = (count: number, about: string): SeedPassage[] =>
  Array.from({ length: count }, (_, at) => ({
    kind: 'quote',
    text: `Verzonnen uitspraak ${at + 1} over ${about}: wij belden de VGS en kregen geen antwoord.`,
  }));

/** 3 chapters (1, 6 and 8), each with sections and subsections; `each` quotes in every subsection. */
export function inventedAnthology(each = 3, version = 1): SeedDocument {
  const sections = [1, 6, 8].flatMap((chapter): SeedSection[] => [
    { level: 1, number: `${chapter}`, title: `Verzonnen hoofdstuk ${chapter}`, passages: [] },
    ...[1, 2].flatMap((section): SeedSection[] => [
      {
        level: 2,
        number: `${chapter}.${section}`,
        title: `Verzonnen paragraaf ${chapter}.${section}`,
        passages: quotes(1, `paragraaf ${chapter}.${section}`),
      },
      ...[1, 2].map(
        (sub): SeedSection => ({
          level: 3,
          number: `${chapter}.${section}.${sub}`,
          title: `Verzonnen deel ${chapter}.${section}.${sub}`,
          passages: quotes(each, `deel ${chapter}.${section}.${sub}`),
        }),
      ),
    ]),
  ]);
  return {
    kind: 'anthology',
    slug: 'verzonnen-bloemlezing',
    title: 'Verzonnen bloemlezing',
    version,
    sections,
    abbreviations: [['VGS', 'Verzonnen Gemeentelijke Steun']],
  };
}

/** An explanation and `each` quotes at every intervention point. */
export function inventedReport(template: Template, each = 4, version = 1): SeedDocument {
  return {
    kind: 'report',
    evidence: 'onderzoek',
    slug: 'verzonnen-rapport',
    title: 'Verzonnen rapport',
    version,
    sections: template.interventionPoints.map(({ number, label }) => ({
      level: 2,
      number,
      title: label,
      passages: [
        { kind: 'explanation', text: `Verzonnen uitleg bij punt ${number}.`, anchor: interventionAnchor(number) },
        ...quotes(each, `punt ${number}`).map((quote) => ({ ...quote, anchor: interventionAnchor(number) })),
      ],
    })),
  };
}

/** The full wording of every heading and point of the template. */
export function inventedAnalysis(template: Template, version = 1): SeedDocument {
  const anchors = anchorsOf(template);
  const headings = new Set([...template.layers, ...template.blocks, ...template.groups].map(({ id }) => id));
  const sectionOf = (anchor: string): string => anchor.split('/')[1] ?? '';
  const sections = template.layers.map(
    ({ section, name }): SeedSection => ({
      level: 1,
      number: section,
      title: name,
      passages: [...anchors]
        .filter(([id, anchor]) => !id.startsWith('IP') && sectionOf(anchor) === section)
        .map(([id, anchor]) => ({
          kind: headings.has(id) ? 'heading' : 'wording',
          text: `Verzonnen volledige tekst van ${id}, versie ${version}.`,
          anchor,
        })),
    }),
  );
  return { kind: 'analysis', slug: 'verzonnen-analyse', title: 'Verzonnen analyse', version, sections };
}

function parentsOf(sections: readonly SeedSection[], ids: readonly string[]): (string | null)[] {
  const open: { level: number; id: string }[] = [];
  return sections.map(({ level }, at) => {
    while ((open.at(-1)?.level ?? 0) >= level) open.pop();
    const parent = open.at(-1)?.id ?? null;
    open.push({ level, id: ids[at] ?? '' });
    return parent;
  });
}

const TOTALS = {
  chapters: 0,
  sections: 0,
  subsections: 0,
  quotes: 0,
  explanations: 0,
  wordings: 0,
  headings: 0,
  texts: 0,
  abbreviations: 0,
  doubtful: 0,
};

/** Stores a document as one version. */
export async function seedSource(pool: Pool, document: SeedDocument): Promise<Seeded> {
  const { kind, slug, title, version = 1, evidence = 'ervaring', sections, abbreviations = [] } = document;
  const documentId = randomUUID();
  const sectionIds = sections.map(() => randomUUID());
  const passages = sections.flatMap((section, at) =>
    section.passages.map((passage) => ({ ...passage, id: randomUUID(), sectionId: sectionIds[at] })),
  );
  const totals = { ...TOTALS, quotes: passages.filter((passage) => passage.kind === 'quote').length };
  await pool.query(
    `INSERT INTO source_documents (id, slug, version, kind, evidence, title, dated, file_name, sha256, report)
     VALUES ($1, $2, $3, $4, $5, $6, 'verzonnen', 'verzonnen.txt', '\\x00', $7)`,
    [documentId, slug, version, kind, evidence, title, JSON.stringify({ totals })],
  );
  const parents = parentsOf(sections, sectionIds);
  await pool.query(
    `INSERT INTO source_sections (id, document_id, parent_id, "order", level, number, title)
     SELECT (s->>'id')::uuid, $1, (s->>'parent')::uuid, (s->>'order')::int, (s->>'level')::int, s->>'number', s->>'title'
     FROM jsonb_array_elements($2::jsonb) s`,
    [
      documentId,
      JSON.stringify(
        sections.map(({ level, number, title: name }, order) => ({
          id: sectionIds[order],
          parent: parents[order],
          order,
          level,
          number,
          title: name,
        })),
      ),
    ],
  );
  await pool.query(
    `INSERT INTO source_passages (id, document_id, section_id, "order", kind, text, anchor)
     SELECT (p->>'id')::uuid, $1, (p->>'sectionId')::uuid, (at - 1)::int, p->>'kind', p->>'text', p->>'anchor'
     FROM jsonb_array_elements($2::jsonb) WITH ORDINALITY AS rows (p, at)`,
    [documentId, JSON.stringify(passages)],
  );
  for (const [abbreviation, meaning] of abbreviations) {
    await pool.query('INSERT INTO source_abbreviations VALUES ($1, $2, $3)', [documentId, abbreviation, meaning]);
  }
  return { documentId, sectionIds, passageIds: passages.map(({ id }) => id) };
}
