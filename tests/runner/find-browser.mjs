import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'chrome'];
const MAC = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

function onSystem() {
  const named = process.env.KNOOPPUNT_TEST_CHROMIUM;
  if (named) return existsSync(named) ? named : null;
  const folders = (process.env.PATH ?? '').split(path.delimiter);
  const candidates = [...folders.flatMap((folder) => NAMES.map((name) => path.join(folder, name))), ...MAC];
  return candidates.find((file) => existsSync(file)) ?? null;
}

/** A Chromium of the system, else one that Playwright can install, else a sentence that says what to do. */
export async function findBrowser(root, playwright) {
  const found = onSystem();
  if (found) return { ok: true, executable: found };
  console.log('No Chromium on this system: trying to install one for the tests …');
  const install = spawnSync(playwright, ['install', 'chromium'], { cwd: root, stdio: 'inherit', timeout: 5 * 60_000 });
  const { chromium } = await import('@playwright/test');
  const own = chromium.executablePath();
  if (install.status === 0 && existsSync(own)) return { ok: true, executable: own };
  return {
    ok: false,
    sentence:
      'No browser to test with, so the end-to-end tests count as failed. Install Chromium (Debian: apt-get install -y chromium) or name one in KNOOPPUNT_TEST_CHROMIUM.',
  };
}
