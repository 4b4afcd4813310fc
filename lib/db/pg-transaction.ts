import type pg from 'pg';

/** All or nothing, on one connection of the pool. */
export async function inPgTransaction<Value>(
  pool: pg.Pool,
  work: (db: pg.PoolClient) => Promise<Value>,
): Promise<Value> {
  const db = await pool.connect();
  let broken: unknown;
  try {
    await db.query('BEGIN');
    const value = await work(db);
    await db.query('COMMIT');
    return value;
  } catch (error) {
    broken = await db.query('ROLLBACK').then(
      () => undefined,
      (failed: unknown) => failed,
    );
    throw error;
  } finally {
    // A connection that cannot even roll back is thrown away.
    db.release(broken instanceof Error ? broken : undefined);
  }
}
