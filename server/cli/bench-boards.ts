/** Invented boards with people on them, in bulk, for load tests only. */
import { randomUUID } from 'node:crypto';
import type { Pool } from 'pg';
import { hashToken, newToken } from '@/lib/auth/token-hash';
import { inPgTransaction } from '@/lib/db/pg-transaction';

/** `tokens` are the device cookies' values, one per client; every client is a participant of every board. */
export type BenchBoards = { boardIds: string[]; tokens: string[] };

const OWNER = `INSERT INTO users (id, name, email) VALUES ($1, 'Meting', $2)
  ON CONFLICT (email) DO UPDATE SET name = excluded.name RETURNING id`;
const WORKSHOPS = `INSERT INTO workshops (id, title, perspectives, template_version_id, layout_version, owner_id)
  SELECT id, 'Meting ' || n, '{}', $2, 1, $3 FROM unnest($1::uuid[]) WITH ORDINALITY AS room(id, n)`;
const BOARDS = 'INSERT INTO boards (id, workshop_id) SELECT * FROM unnest($1::uuid[], $2::uuid[])';
const HEADS = 'INSERT INTO board_head (board_id, seq) SELECT id, 0 FROM unnest($1::uuid[]) AS board(id)';
const DEVICES = `INSERT INTO devices (id, token_hash, expires_at)
  SELECT id, hash, now() + interval '30 days' FROM unnest($1::uuid[], $2::bytea[]) AS device(id, hash)`;
const PEOPLE = `WITH made AS (
    INSERT INTO participants (id, workshop_id, name, role)
    SELECT gen_random_uuid(), workshop.id, 'Meting ' || device.n, 'participant'
    FROM unnest($1::uuid[]) AS workshop(id) CROSS JOIN generate_series(1, cardinality($2::uuid[])) AS device(n)
    RETURNING id, workshop_id, name)
  INSERT INTO device_participants (device_id, workshop_id, participant_id)
  SELECT ($2::uuid[])[substr(made.name, 8)::int], made.workshop_id, made.id FROM made`;

/** Makes `rooms` workshops with a board each and `clients` devices that take part in all of them, in one transaction. */
export async function insertBenchBoards(
  pool: Pool,
  rooms: number,
  clients: number,
  templateVersionId: string,
): Promise<BenchBoards> {
  const workshopIds = Array.from({ length: rooms }, () => randomUUID());
  const boardIds = workshopIds.map(() => randomUUID());
  const deviceIds = Array.from({ length: clients }, () => randomUUID());
  const tokens = deviceIds.map(newToken);
  const hashes = tokens.map(hashToken);
  await inPgTransaction(pool, async (client) => {
    const owner = await client.query<{ id: string }>(OWNER, [randomUUID(), 'meting@knooppunt.invalid']);
    await client.query(WORKSHOPS, [workshopIds, templateVersionId, owner.rows[0]?.id]);
    await client.query(BOARDS, [boardIds, workshopIds]);
    await client.query(HEADS, [boardIds]);
    await client.query(DEVICES, [deviceIds, hashes]);
    await client.query(PEOPLE, [workshopIds, deviceIds]);
  });
  return { boardIds, tokens };
}

/** The newest template of this installation; null before the first start has seeded one. */
export async function newestTemplateVersion(pool: Pool): Promise<string | null> {
  const { rows } = await pool.query<{ id: string }>(
    'SELECT id FROM template_versions ORDER BY created_at DESC LIMIT 1',
  );
  return rows[0]?.id ?? null;
}
