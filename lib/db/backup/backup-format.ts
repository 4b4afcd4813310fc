/**
 * A backup is gzip'd lines: a header, one line per row as `[table, row]`, and a trailer that proves the rest whole.
 * A row is PostgreSQL's own text of the composite value: every type comes back exactly, JSON null and bytes included.
 */
import { z } from 'zod';

export const HeaderSchema = z.object({
  format: z.literal('knooppunt-backup'),
  version: z.literal(1),
  createdAt: z.iso.datetime(),
  /** links, codes and sessions are derived from it: the file is as secret as the installation */
  secret: z.string().min(32),
  migrations: z.array(z.object({ name: z.string(), checksum: z.string() })),
  /** a table comes after every table it refers to */
  tables: z.array(z.object({ name: z.string(), columns: z.array(z.string()) })),
});
export type Header = z.infer<typeof HeaderSchema>;

export const RowSchema = z.tuple([z.int().min(0), z.string()]);
export type Row = z.infer<typeof RowSchema>;

export const TrailerSchema = z.object({
  end: z.literal(true),
  /** rows per table, in the order of the header */
  rows: z.array(z.int().min(0)),
  /** of every line before this one, newlines included; hex */
  sha256: z.string(),
});
export type Trailer = z.infer<typeof TrailerSchema>;

export type BackupProblem = 'damaged' | 'not-empty' | 'in-use' | 'other-version';

/** Nothing was changed. */
export class BackupRefused extends Error {
  override readonly name = 'BackupRefused';
  constructor(
    readonly problem: BackupProblem,
    options?: ErrorOptions,
  ) {
    super(problem, options);
  }
}
