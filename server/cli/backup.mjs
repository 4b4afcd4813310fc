/** `npm run backup [-- <file>]`: everything in one file, also while the server runs. */
import { existsSync, mkdirSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { copies, steps } from '../start/nl.mjs';
import { step } from '../start/progress.mjs';
import { StartRefusal } from '../start/refusal.mjs';
import { withDatabase } from './with-database.mjs';

await withDatabase({ alone: false }, async ({ data, url, secret, load }) => {
  const [asked] = process.argv.slice(2);
  const stamp = new Date().toISOString().slice(0, 19).replaceAll(':', '-');
  const file = asked ? resolve(asked) : join(data, 'backups', `knooppunt-${stamp}.backup`);
  if (existsSync(file)) throw new StartRefusal(copies.exists(file));
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  const { writeBackup } = await load('lib/db/backup/write-backup.ts');
  const { rows } = await step(steps.backup, () => writeBackup({ connectionString: url, file, secret }));
  process.stdout.write([copies.written(file, rows), copies.secretInside, copies.howToRestore(file), ''].join('\n'));
});
