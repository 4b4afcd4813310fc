import { pgPool } from '../client';

// Of every document only the newest version: what an older one said is read at the place that cites it.
const SCOPES = `
  SELECT w.id::text AS scope FROM workshops w WHERE w.id = $1
  UNION ALL SELECT w.template_version_id::text FROM workshops w WHERE w.id = $1
  UNION ALL (SELECT DISTINCT ON (slug) id::text FROM source_documents ORDER BY slug, version DESC)`;

/** [SR5] What somebody inside a workshop may find: its own things, its template and the documents. Nothing else. */
export async function searchScopes(workshopId: string): Promise<string[]> {
  const { rows } = await pgPool().query<{ scope: string }>({
    name: 'search-scopes',
    text: SCOPES,
    values: [workshopId],
  });
  return rows.map(({ scope }) => scope);
}
