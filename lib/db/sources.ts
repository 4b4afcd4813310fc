/** Documents as they were imported ([IM8]): every import is a version that stays; sections and passages come along. */
import { randomUUID } from 'node:crypto';
import type { Pool, PoolClient } from 'pg';
import type { SourceView } from '@/lib/api/evidence-contracts';
import type { ImportReport, ParsedSource } from '@/lib/domain/evidence/parsed-source';
import { inPgTransaction } from './pg-transaction';

export type NewSource = {
  source: ParsedSource;
  report: ImportReport;
  fileName: string;
  /** of the file's bytes */
  sha256: Buffer;
  /** a user, or null for whoever works on the machine itself */
  importedBy: string | null;
};

// Two imports of one document at once get two numbers, one after the other.
const LOCK = "SELECT pg_advisory_xact_lock(hashtextextended('source ' || $1, 0))";
const DOCUMENT = `
  INSERT INTO source_documents (id, slug, version, kind, evidence, title, dated, file_name, sha256, report, imported_by)
  SELECT $1, $2, coalesce(max(version), 0) + 1, $3, $4, $5, $6, $7, $8, $9, $10 FROM source_documents WHERE slug = $2`;
const SECTIONS = `
  INSERT INTO source_sections (id, document_id, parent_id, "order", level, number, title)
  SELECT id, $1, parent, ordinal, level, number, title
  FROM unnest($2::uuid[], $3::uuid[], $4::int[], $5::int[], $6::text[], $7::text[])
    AS section(id, parent, ordinal, level, number, title)`;
const PASSAGES = `
  INSERT INTO source_passages (id, document_id, section_id, "order", kind, text, anchor)
  SELECT gen_random_uuid(), $1, section, place - 1, kind, text, anchor
  FROM unnest($2::uuid[], $3::text[], $4::text[], $5::text[])
    WITH ORDINALITY AS passage(section, kind, text, anchor, place)`;
const ABBREVIATIONS = `
  INSERT INTO source_abbreviations (document_id, abbreviation, meaning)
  SELECT $1, abbreviation, meaning FROM unnest($2::text[], $3::text[]) AS known(abbreviation, meaning)
  ON CONFLICT DO NOTHING`;
const VIEWS = `
  SELECT id, slug, version, version = max(version) OVER (PARTITION BY slug) AS newest, kind, evidence, title, dated,
    imported_at AS "importedAt", report -> 'totals' AS totals
  FROM source_documents`;

type PlacedSection = ParsedSource['sections'][number] & { id: string; parentId: string | null };

/** A section hangs under the last one before it that is of a lower level. */
function placeSections({ sections }: ParsedSource): PlacedSection[] {
  const above: PlacedSection[] = [];
  return sections.map((section) => {
    while (above.length > 0 && (above.at(-1)?.level ?? 0) >= section.level) above.pop();
    const placed = { ...section, id: randomUUID(), parentId: above.at(-1)?.id ?? null };
    above.push(placed);
    return placed;
  });
}

/** PostgreSQL keeps no half of a pair of UTF-16, which a shortened line may end in. */
const toJson = (report: ImportReport) =>
  JSON.stringify(report).replaceAll(/\\u(?:d[89a-f][\da-f]{2}|0000)/gi, '\\ufffd');

async function insertParts(db: PoolClient, id: string, source: ParsedSource): Promise<void> {
  const sections = placeSections(source);
  await db.query(SECTIONS, [
    id,
    sections.map((section) => section.id),
    sections.map(({ parentId }) => parentId),
    sections.map((_, at) => at),
    sections.map(({ level }) => level),
    sections.map(({ number }) => number),
    sections.map(({ title }) => title),
  ]);
  const passages = sections.flatMap((section) => section.passages.map((passage) => ({ ...passage, in: section.id })));
  await db.query(PASSAGES, [
    id,
    passages.map((passage) => passage.in),
    passages.map(({ kind }) => kind),
    passages.map(({ text }) => text),
    passages.map(({ anchor }) => anchor),
  ]);
  const words = source.abbreviations;
  await db.query(ABBREVIATIONS, [
    id,
    words.map(({ abbreviation }) => abbreviation),
    words.map(({ meaning }) => meaning),
  ]);
}

/** [IM8] A new version of a document, whole or not at all. */
export function storeSource(
  pool: Pool,
  { source, report, fileName, sha256, importedBy }: NewSource,
): Promise<SourceView> {
  return inPgTransaction(pool, async (db) => {
    const id = randomUUID();
    const { slug, kind, evidence, title, dated } = source;
    await db.query(LOCK, [slug]);
    const written = [id, slug, kind, evidence, title, dated, fileName, sha256, toJson(report), importedBy];
    await db.query(DOCUMENT, written);
    await insertParts(db, id, source);
    const { rows } = await db.query<SourceRow>(`SELECT * FROM (${VIEWS} WHERE slug = $2) AS view WHERE id = $1`, [
      id,
      slug,
    ]);
    const [row] = rows;
    if (!row) throw new Error('a source that was just stored is not there');
    return viewOf(row);
  });
}

type SourceRow = Omit<SourceView, 'importedAt'> & { importedAt: Date };
const viewOf = (row: SourceRow): SourceView => ({ ...row, importedAt: row.importedAt.toISOString() });

/** Every version of every document: documents by title, of each the newest first. */
export async function listSources(pool: Pool): Promise<SourceView[]> {
  const { rows } = await pool.query<SourceRow>(`${VIEWS} ORDER BY title, slug, version DESC`);
  return rows.map(viewOf);
}

/** The newest version of a document, with the hash of the file it came from; null when it was never imported. */
export async function findNewestSource(pool: Pool, slug: string): Promise<{ version: number; sha256: Buffer } | null> {
  const { rows } = await pool.query<{ version: number; sha256: Buffer }>(
    'SELECT version, sha256 FROM source_documents WHERE slug = $1 ORDER BY version DESC LIMIT 1',
    [slug],
  );
  return rows[0] ?? null;
}
