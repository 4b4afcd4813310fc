import { pgPool } from './client';
import { KeepLast } from './keep-last';

/** One heading of a document, in reading order; `quotes` stand directly under it. */
export type SectionRow = {
  id: string;
  parentId: string | null;
  level: 1 | 2 | 3;
  number: string | null;
  title: string;
  quotes: number;
};

/** A version never changes, so one reading lasts; what was removed from the database is asked for no more. */
const known = new KeepLast<SectionRow[]>(50);

/** All sections of one document, in reading order, with their own counts. */
export async function readSections(documentId: string): Promise<SectionRow[]> {
  const found = known.get(documentId);
  if (found) return found;
  const { rows } = await pgPool().query<SectionRow>(
    `SELECT s.id, s.parent_id AS "parentId", s.level, s.number, s.title,
       (SELECT count(*)::int FROM source_passages p WHERE p.section_id = s.id AND p.kind = 'quote') AS quotes
     FROM source_sections s WHERE s.document_id = $1 ORDER BY s."order"`,
    [documentId],
  );
  known.set(documentId, rows);
  return rows;
}
