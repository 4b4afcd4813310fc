/** Evidence, sources and search over HTTP: answers and addresses. Loads in the browser. */
import type { EvidenceKind, ImportReport, SourceKind } from '@/lib/domain/evidence/parsed-source';
import type { PassageView } from './map-contracts';

/** What a document may weigh, in bytes. */
export const MAX_SOURCE_BYTES = 20 * 1024 * 1024;
export const MAX_TEMPLATE_BYTES = 4 * 1024 * 1024;

export type AbbreviationView = { abbreviation: string; meaning: string };

/** One anthology chapter an element refers to. */
export type ChapterView = {
  anthology: 'problemen-en-oorzaken' | 'trends-en-ontwikkelingen';
  chapter: number;
  /** 'not-supplied': the document was never published with the report; 'not-imported': this installation lacks it */
  status: 'here' | 'not-imported' | 'not-supplied';
  sectionId: string | null;
  title: string | null;
  quotes: number;
};

/** GET …/evidence?element=<id> */
export type ElementEvidence = {
  elementId: string;
  /** whether the document that would hold it was imported */
  imported: { analysis: boolean; report: boolean; anthology: boolean };
  /** full wording of the element itself, and of its points */
  wordings: { elementId: string; passage: PassageView }[];
  explanations: PassageView[];
  quotes: PassageView[];
  chapters: ChapterView[];
  /** of the newest version of every document */
  abbreviations: AbbreviationView[];
};

/** One row of GET …/sources and of GET /api/sources (newest version first) */
export type SourceView = {
  id: string;
  slug: string;
  version: number;
  newest: boolean;
  kind: SourceKind;
  evidence: EvidenceKind;
  title: string;
  dated: string | null;
  importedAt: string;
  totals: ImportReport['totals'];
};

/** A node of the contents of one document. */
export type ContentsNode = {
  id: string;
  number: string | null;
  title: string;
  level: 1 | 2 | 3;
  quotes: number;
  children: ContentsNode[];
};
/** GET …/sources: the newest version of every document, with its contents */
export type SourceContents = SourceView & { contents: ContentsNode[] };

export type SectionStep = { id: string; number: string | null; title: string };

/** GET …/sources/<sectionId> */
export type SectionView = {
  id: string;
  number: string | null;
  title: string;
  level: 1 | 2 | 3;
  source: { slug: string; title: string; version: number; newest: boolean };
  /** from chapter down to the parent */
  path: SectionStep[];
  passages: PassageView[];
  children: ContentsNode[];
  /** elements of the template that refer to it or to a section above it */
  elements: string[];
  abbreviations: AbbreviationView[];
  /** in reading order, over the whole document */
  previous: SectionStep | null;
  next: SectionStep | null;
  /** where this stands in the newest version; null when this is the newest, or has no such section any more */
  newer: SectionStep | null;
};

/** POST /api/sources/preview?name=<file name> with the bytes of the file: stores nothing */
export type SourcePreview = {
  /** hex; POST /api/sources?name=…&sha256=… with the same bytes stores it */
  sha256: string;
  report: ImportReport;
  /** version it will get; the versions that are there stay */
  version: number;
  /** true when the newest version has the very same bytes */
  same: boolean;
};
/** 201 of POST /api/sources */
export type ImportedSource = SourceView;

export const SEARCH_KINDS = [
  'layer',
  'block',
  'group',
  'point',
  'intervention',
  'own-point',
  'note',
  'fact',
  'quote',
  'text',
  'section',
] as const;
export type SearchKind = (typeof SEARCH_KINDS)[number];
export type SearchHit = {
  kind: SearchKind;
  /** element id, record key of a note, own point or fact id, passage id or section id */
  id: string;
  title: string;
  /** plain text around the find; `marks` are [from, to) in it */
  excerpt: string;
  marks: [number, number][];
  /** where it opens: an element, or a section of a source */
  opens: { elementId: string | null; sectionId: string | null };
  /** breadcrumb in words */
  where: string;
};
/** GET …/search?q=<2–100 characters> */
export type SearchAnswer = {
  query: string;
  groups: { kind: SearchKind; total: number; hits: SearchHit[] }[];
  /** the words that were searched instead, when nothing matched as written */
  instead: string | null;
};

const of = (workshopId: string) => `/api/workshops/${workshopId}`;
export const evidencePaths = {
  /** pages */
  sourcesPage: '/bronnen',
  templatesPage: '/schemas',
  element: (w: string, elementId: string, look?: 'bord' | 'lijst') =>
    `/w/${w}/punt/${encodeURIComponent(elementId)}${look ? `?weergave=${look}` : ''}`,
  reader: (w: string) => `/w/${w}/bronnen`,
  section: (w: string, sectionId: string) => `/w/${w}/bronnen/${sectionId}`,
  /** opens the section that holds a passage, at that passage: for a note that keeps its source */
  passage: (w: string, passageId: string) => `/w/${w}/bronnen/passage/${passageId}`,
  /** api */
  evidence: (w: string, elementId: string) => `${of(w)}/evidence?element=${encodeURIComponent(elementId)}`,
  workshopSources: (w: string) => `${of(w)}/sources`,
  workshopSection: (w: string, sectionId: string) => `${of(w)}/sources/${sectionId}`,
  search: (w: string, query: string) => `${of(w)}/search?q=${encodeURIComponent(query)}`,
  sources: '/api/sources',
  previewSource: (name: string) => `/api/sources/preview?name=${encodeURIComponent(name)}`,
  storeSource: (name: string, sha256: string) => `/api/sources?name=${encodeURIComponent(name)}&sha256=${sha256}`,
  templates: '/api/templates',
  previewTemplate: '/api/templates/preview',
} as const;
