import { existsSync, readdirSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { afterEach, describe, expect, inject, it } from 'vitest';
import { freePort } from '@/tests/support/free-port';
import { cleanUp, type Run, runProgram, temporaryFolder } from './run-start';

let data: string;
let run: Run | undefined;
let taken: Server | undefined;
afterEach(async () => {
  taken?.close();
  await cleanUp(data, run);
});

async function refused(env: Record<string, string>): Promise<string> {
  data = temporaryFolder();
  run = runProgram({ KNOOPPUNT_DATA: data, PORT: String(await freePort()), ...env });
  expect(await run.ended).toBe(1);
  expect(run.stdout()).toBe('');
  const sentence = run.stderr();
  expect(sentence).toMatch(/^[^\n]+\.\n$/);
  expect(existsSync(`${data}/lock`)).toBe(false);
  return sentence.trim();
}

describe('[ST1] a wrong value stops the start before it makes anything', () => {
  it.each([
    ['PORT', 'abc'],
    ['PUBLIC_URL', 'foo'],
    ['DATABASE_URL', 'mysql://localhost/x'],
    ['KNOOPPUNT_SECRET', 'kort'],
    ['HOST', '192.0.2.123'],
    ['HOST', 'geen.adres.invalid'],
  ])('%s=%s', async (name, value) => {
    expect(await refused({ [name]: value })).toMatch(new RegExp(`^De omgevingsvariabele ${name} klopt niet: `));
    expect(readdirSync(data)).toEqual([]);
  });
});

it('[ST2] a port in use', async () => {
  taken = createServer().listen(0, '0.0.0.0');
  await new Promise((resolve) => taken?.once('listening', resolve));
  const { port } = taken.address() as { port: number };
  expect(await refused({ PORT: String(port) })).toBe(
    `Poort ${port} is bezet: stop het andere programma of kies met PORT een andere poort.`,
  );
  expect(readdirSync(data)).toEqual([]);
});

describe('[ST2] a database that refuses', () => {
  it('nothing listens', async () => {
    const port = await freePort();
    expect(await refused({ DATABASE_URL: `postgresql://u:geheim@127.0.0.1:${port}/x` })).toMatch(
      /^De database uit DATABASE_URL weigert de verbinding: (?!.*geheim)/,
    );
  });

  it('a wrong password', async () => {
    const url = new URL(inject('clusterUrl'));
    url.password = 'verkeerd';
    expect(await refused({ DATABASE_URL: url.href })).toBe(
      'De database uit DATABASE_URL weigert de verbinding: de naam of het wachtwoord klopt niet.',
    );
  });

  it('an unknown database', async () => {
    const url = new URL(inject('clusterUrl'));
    url.pathname = '/bestaat_niet';
    expect(await refused({ DATABASE_URL: url.href })).toMatch(/die database bestaat niet\.$/);
  });
});
