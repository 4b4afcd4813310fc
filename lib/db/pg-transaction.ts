import type pg from 'pg';

/**
 * A connection that breaks says so twice: to the query under way, and as an event, which would end the process if
 * nobody listened. The pool listens to idle connections only. Answers how to stop listening.
 */
export function outliveBreaks(db: pg.PoolClient): () => void {
  const heard = () => undefined;
  db.on('error', heard);
  return () => void db.removeListener('error', heard);
}

/** All or nothing, on one connection of the pool. */
export async function inPgTransaction<Value>(
  pool: pg.Pool,
  work: (db: pg.PoolClient) => Promise<Value>,
): Promise<Value> {
  const db = await pool.connect();
  const stopListening = outliveBreaks(db);
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
    stopListening();
  }
}
