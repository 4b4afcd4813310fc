import { pgPool } from '../client';

/** A WorkshopMap as JSON text, as of one version. */
export type MapText = { version: number; text: string };

const PASSAGE = `json_build_object('id', s.id, 'kind', s.kind, 'text', s.text, 'evidence', d.evidence,
  'source', json_build_object('slug', d.slug, 'title', d.title, 'version', d.version),
  'section', json_build_object('id', c.id, 'number', c.number, 'title', c.title))`;

// PostgreSQL writes the JSON: one statement is one view of the database, and nothing is turned into objects in between.
const READ = `
SELECT w.map_version AS version, json_build_object(
  'version', w.map_version,
  'ownPoints', (SELECT coalesce(json_agg(json_build_object('id', o.id, 'number', 'E' || o.number, 'label', o.label,
      'explanation', o.explanation, 'concerns', o.concerns, 'author', o.author) ORDER BY o.number), '[]')
    FROM own_points o WHERE o.workshop_id = w.id AND o.removed_at IS NULL),
  'facts', (SELECT coalesce(json_agg(json_build_object('id', f.id, 'elementId', f.element_id, 'kind', f.kind,
      'text', f.text, 'source', f.source, 'dated', f.dated, 'author', f.author) ORDER BY f.created_at, f.id), '[]')
    FROM fact_cards f WHERE f.workshop_id = w.id AND f.removed_at IS NULL),
  'pins', (SELECT coalesce(json_agg(json_build_object('id', p.id, 'elementId', p.element_id, 'author', p.author,
      'passage', ${PASSAGE}) ORDER BY p.created_at, p.id), '[]')
    FROM quote_pins p JOIN source_passages s ON s.id = p.passage_id JOIN source_sections c ON c.id = s.section_id
    JOIN source_documents d ON d.id = s.document_id WHERE p.workshop_id = w.id),
  'stances', (SELECT coalesce(json_agg(json_build_object('person', t.person, 'elementId', t.element_id,
      'pole', t.pole, 'level', t.level) ORDER BY t.element_id, t.person), '[]')
    FROM stances t WHERE t.workshop_id = w.id),
  'loops', (SELECT coalesce(json_agg(json_build_object('id', l.id, 'name', l.name, 'elementIds', l.element_ids,
      'author', l.author) ORDER BY l.created_at, l.id), '[]')
    FROM saved_loops l WHERE l.workshop_id = w.id),
  'opened', (SELECT coalesce(json_object_agg(n.element_id, n.people ORDER BY n.element_id), '{}')
    FROM (SELECT element_id, count(*) AS people FROM opened_elements WHERE workshop_id = w.id GROUP BY element_id) n)
)::text AS text
FROM workshops w WHERE w.id = $1`;

/** The whole map of a workshop somebody has been let into. */
export async function readMapText(workshopId: string): Promise<MapText> {
  const { rows } = await pgPool().query<MapText>({ name: 'map-read', text: READ, values: [workshopId] });
  const [row] = rows;
  if (!row) throw new Error('the workshop is gone');
  return row;
}

export async function readMapVersion(workshopId: string): Promise<number> {
  const { rows } = await pgPool().query<{ version: number }>({
    name: 'map-version',
    text: 'SELECT map_version AS version FROM workshops WHERE id = $1',
    values: [workshopId],
  });
  return rows[0]?.version ?? 0;
}
