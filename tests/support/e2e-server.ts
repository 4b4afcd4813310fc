/** One running product for all end-to-end tests; its address and facilitator's session reach the tests through the environment. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ApiPerson } from './api-person';
import { freePort } from './free-port';
import { startProduct } from './product';

export default async function startOnce(): Promise<() => Promise<void>> {
  const data = mkdtempSync(path.join(tmpdir(), 'knooppunt-e2e-'));
  const product = await startProduct({ port: await freePort(), data });
  process.env.KNOOPPUNT_E2E_URL = product.url;
  process.env.KNOOPPUNT_E2E_DATA = data;
  process.env.KNOOPPUNT_E2E_DATA = data;
  const facilitator = new ApiPerson(product.url);
  await facilitator.signIn(product.signInPath);
  process.env.KNOOPPUNT_E2E_SESSION = JSON.stringify(facilitator.saved());
  return async () => {
    await product.stop();
    rmSync(data, { recursive: true, force: true });
  };
}
