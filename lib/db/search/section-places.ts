import { pgPool } from '../client';

export type SectionPlace = { id: string; label: string; source: string; path: string[] };

const label = (alias: string) => `nullif(concat_ws(' ', ${alias}.number, ${alias}.title), '')`;

/** Where sections stand: the source, and the sections above from the chapter down. */
export async function sectionPlaces(ids: readonly string[]): Promise<Map<string, SectionPlace>> {
  if (ids.length === 0) return new Map();
  const { rows } = await pgPool().query<SectionPlace>({
    name: 'search-sections',
    text: `SELECT s.id, ${label('s')} AS label, d.title AS source,
        array_remove(ARRAY[${label('b')}, ${label('a')}], NULL) AS path
      FROM source_sections s JOIN source_documents d ON d.id = s.document_id
      LEFT JOIN source_sections a ON a.id = s.parent_id LEFT JOIN source_sections b ON b.id = a.parent_id
      WHERE s.id = ANY($1)`,
    values: [[...ids]],
  });
  return new Map(rows.map((row) => [row.id, row]));
}
