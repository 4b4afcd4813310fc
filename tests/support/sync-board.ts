import { createHash, randomUUID } from 'node:crypto';
import type { Pool } from 'pg';

export type TestBoard = { boardId: string; workshopId: string };

/** A workshop with one board, by plain SQL. Everything in it is invented. */
export async function createTestBoard(pool: Pool): Promise<TestBoard> {
  const [userId, templateId, workshopId, boardId] = [randomUUID(), randomUUID(), randomUUID(), randomUUID()];
  await pool.query('insert into users (id, email) values ($1, $2)', [userId, `${userId}@test.invalid`]);
  await pool.query(`insert into template_versions (id, slug, version, sha256, content) values ($1, $2, 1, $3, '{}')`, [
    templateId,
    `test-${templateId}`,
    createHash('sha256').update(templateId).digest(),
  ]);
  await pool.query(
    `insert into workshops (id, title, perspectives, template_version_id, layout_version, owner_id) values ($1, 'Proefsessie', '{}', $2, 1, $3)`,
    [workshopId, templateId, userId],
  );
  await pool.query('insert into boards (id, workshop_id) values ($1, $2)', [boardId, workshopId]);
  return { boardId, workshopId };
}
