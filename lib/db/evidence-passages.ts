import type { PassageView } from '@/lib/api/map-contracts';
import type { EvidenceKind, PassageKind } from '@/lib/domain/evidence/parsed-source';
import { pgPool } from './client';

type PassageRow = {
  id: string;
  kind: PassageKind;
  text: string;
  anchor: string | null;
  evidence: EvidenceKind;
  slug: string;
  sourceTitle: string;
  version: number;
  sectionId: string;
  number: string | null;
  sectionTitle: string;
};

/** A passage with what it belongs to in a template, as the import found it. */
export type AnchoredPassage = { anchor: string | null; passage: PassageView };

const SELECT = `SELECT p.id, p.kind, p.text, p.anchor, d.evidence, d.slug, d.title AS "sourceTitle", d.version,
    s.id AS "sectionId", s.number, s.title AS "sectionTitle"
  FROM source_passages p
  JOIN source_documents d ON d.id = p.document_id
  JOIN source_sections s ON s.id = p.section_id`;

function anchored(row: PassageRow): AnchoredPassage {
  const { id, kind, text, anchor, evidence, slug, sourceTitle, version, sectionId, number, sectionTitle } = row;
  return {
    anchor,
    passage: {
      id,
      kind,
      text,
      evidence,
      source: { slug, title: sourceTitle, version },
      section: { id: sectionId, number, title: sectionTitle },
    },
  };
}

/** What these documents say at these places, in reading order. */
export async function findAnchoredPassages(
  documentIds: readonly string[],
  anchors: readonly string[],
): Promise<AnchoredPassage[]> {
  if (documentIds.length === 0 || anchors.length === 0) return [];
  const { rows } = await pgPool().query<PassageRow>(
    `${SELECT} WHERE p.anchor = ANY($2::text[]) AND p.document_id = ANY($1::uuid[]) ORDER BY d.slug, p."order"`,
    [documentIds, anchors],
  );
  return rows.map(anchored);
}

/** What stands directly in a section, in reading order. */
export async function findSectionPassages(sectionId: string): Promise<AnchoredPassage[]> {
  const { rows } = await pgPool().query<PassageRow>(`${SELECT} WHERE p.section_id = $1 ORDER BY p."order"`, [
    sectionId,
  ]);
  return rows.map(anchored);
}

/** The section that holds a passage, of any version; null when there is none. */
export async function findSectionOfPassage(passageId: string): Promise<string | null> {
  const { rows } = await pgPool().query<{ id: string }>('SELECT section_id AS id FROM source_passages WHERE id = $1', [
    passageId,
  ]);
  return rows[0]?.id ?? null;
}
