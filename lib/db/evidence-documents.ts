import type { SourceView } from '@/lib/api/evidence-contracts';
import type { EvidenceKind, SourceKind } from '@/lib/domain/evidence/parsed-source';
import { pgPool } from './client';

export type DocumentRow = {
  id: string;
  slug: string;
  version: number;
  newest: boolean;
  kind: SourceKind;
  evidence: EvidenceKind;
  title: string;
  dated: string | null;
  importedAt: Date;
  totals: SourceView['totals'];
};

/** `report` holds every doubtful line of an import; a reader needs its totals alone. */
const COLUMNS = `d.id, d.slug, d.version, d.kind, d.evidence, d.title, d.dated, d.imported_at AS "importedAt",
  d.report -> 'totals' AS totals,
  NOT EXISTS (SELECT 1 FROM source_documents n WHERE n.slug = d.slug AND n.version > d.version) AS newest`;

/** The newest version of every document, by title. */
export async function findNewestDocuments(): Promise<DocumentRow[]> {
  const { rows } = await pgPool().query<DocumentRow>(
    `SELECT * FROM (SELECT ${COLUMNS} FROM source_documents d) every WHERE newest ORDER BY title, slug`,
  );
  return rows;
}

/** The document a section is part of, whatever its version; null when there is no such section. */
export async function findDocumentOfSection(sectionId: string): Promise<DocumentRow | null> {
  const { rows } = await pgPool().query<DocumentRow>(
    `SELECT ${COLUMNS} FROM source_documents d JOIN source_sections s ON s.document_id = d.id WHERE s.id = $1`,
    [sectionId],
  );
  return rows[0] ?? null;
}

/** Of one document, the longest first, so that 'GGD' is found before 'GG'. */
export async function readAbbreviations(
  documentIds: readonly string[],
): Promise<{ abbreviation: string; meaning: string }[]> {
  const { rows } = await pgPool().query<{ abbreviation: string; meaning: string }>(
    `SELECT DISTINCT ON (abbreviation) abbreviation, meaning FROM source_abbreviations
     WHERE document_id = ANY($1::uuid[]) ORDER BY abbreviation, document_id`,
    [documentIds],
  );
  return rows;
}
