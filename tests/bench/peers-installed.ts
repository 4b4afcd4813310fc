/** The peers have a lock file of their own and are installed when the bench first needs them. */
import { spawn } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import path from 'node:path';
import { onLeave } from './clean-up';

/** `npm ci` in tests/bench/peers, unless what is there is as new as the lock file. */
export async function ensurePeers(folder: string): Promise<void> {
  const installed = path.join(folder, 'node_modules', '.package-lock.json');
  const lock = path.join(folder, 'package-lock.json');
  if (existsSync(installed) && statSync(installed).mtimeMs >= statSync(lock).mtimeMs) return;
  process.stderr.write('Installing the servers to compare with (tests/bench/peers)…\n');
  const child = spawn('npm', ['ci', '--no-audit', '--no-fund', '--ignore-scripts'], {
    cwd: folder,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const forget = onLeave(() => child.kill('SIGTERM'));
  const code = await new Promise<number | null>((resolve) => {
    child.once('close', resolve);
  });
  forget();
  if (code !== 0) throw new Error('npm ci in tests/bench/peers failed: the bench needs the npm registry once.');
}
