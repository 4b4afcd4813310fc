import type { ClientBase } from 'pg';

export type Table = { name: string; columns: string[] };
type Reference = { from: string; to: string };

/** Search keeps only what follows from other tables: triggers and the projection of boards fill it again ([SR9]). */
const IS_DERIVED = "c.relname LIKE 'search\\_%'";

/** The tables that hold nothing of their own. */
export async function derivedTables(client: ClientBase): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `SELECT c.relname AS name FROM pg_class c
     WHERE c.relnamespace = current_schema()::regnamespace AND c.relkind = 'r' AND ${IS_DERIVED}`,
  );
  return rows.map(({ name }) => name);
}

/** Every table of ours with its columns in storage order; a table comes after the tables it refers to. */
export async function tablesInOrder(client: ClientBase): Promise<Table[]> {
  const { rows: tables } = await client.query<Table>(`
    SELECT c.relname AS name, array_agg(a.attname::text ORDER BY a.attnum) AS columns
    FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
    WHERE c.relnamespace = current_schema()::regnamespace AND c.relkind = 'r' AND c.relname <> '_prisma_migrations'
      AND NOT ${IS_DERIVED}
    GROUP BY c.relname ORDER BY c.relname`);
  const { rows: references } = await client.query<Reference>(`
    SELECT c.conrelid::regclass::text AS from, c.confrelid::regclass::text AS to FROM pg_constraint c
    WHERE c.contype = 'f' AND c.connamespace = current_schema()::regnamespace AND c.conrelid <> c.confrelid`);
  return sortByReference(
    tables,
    references.map(({ from, to }) => ({ from: unquoted(from), to: unquoted(to) })),
  );
}

/** Throws when tables refer to each other in a circle: then no order of loading exists. */
function sortByReference(tables: Table[], references: Reference[]): Table[] {
  const sorted: Table[] = [];
  let rest = tables;
  while (rest.length > 0) {
    const waiting = new Set(rest.map(({ name }) => name));
    const ready = rest.filter(({ name }) => !references.some(({ from, to }) => from === name && waiting.has(to)));
    if (ready.length === 0) throw new Error(`tables refer to each other: ${[...waiting].join(', ')}`);
    sorted.push(...ready);
    rest = rest.filter((table) => !ready.includes(table));
  }
  return sorted;
}

function unquoted(name: string): string {
  return name.replace(/^"(.*)"$/, '$1').replaceAll('""', '"');
}
