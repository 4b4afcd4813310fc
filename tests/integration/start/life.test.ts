import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import path from 'node:path';
import { Client } from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { freePort } from '@/tests/support/free-port';
import { until } from '@/tests/support/until';
import {
  BUILD_MS,
  buildOnce,
  cleanUp,
  isRunning,
  pidIn,
  postmasterOf,
  type Run,
  runProgram,
  SIGN_IN,
  temporaryFolder,
} from './run-start';

let data: string;
let env: Record<string, string>;
let run: Run;

beforeAll(async () => {
  data = temporaryFolder();
  env = { KNOOPPUNT_DATA: data, PORT: String(await freePort()) };
  await buildOnce();
  run = runProgram(env);
  await run.said(SIGN_IN);
}, BUILD_MS);
afterAll(() => cleanUp(data, run));

const address = () => `http://127.0.0.1:${env.PORT}`;

async function query(sql: string): Promise<unknown[]> {
  const { port, password } = JSON.parse(readFileSync(path.join(data, 'postgres.json'), 'utf8')) as {
    port: number;
    password: string;
  };
  const client = new Client({ host: '127.0.0.1', port, user: 'postgres', password, database: 'knooppunt' });
  await client.connect();
  const { rows } = await client.query(sql).finally(() => client.end());
  return rows;
}

it('[ST8] serves on the port, as the process in server.pid', async () => {
  expect((await fetch(address())).status).toBeLessThan(500);
  expect(pidIn(path.join(data, 'server.pid'))).toBe(run.child.pid);
});

it('[ST8] a second start on the same data says so and leaves the first alone', async () => {
  const second = runProgram({ ...env, PORT: String(await freePort()) });
  expect(await second.ended).toBe(1);
  expect(second.stderr()).toBe(`Knooppunt draait al met de gegevens in ${data} (proces ${run.child.pid}).\n`);
  expect((await fetch(address())).status).toBeLessThan(500);
});

it('[ST10] a backup of the running server; [ST11] a restore is refused as long as it runs', async () => {
  const file = path.join(data, 'tijdens.backup');
  const backup = runProgram(env, { program: 'server/cli/backup.mjs', args: [file] });
  expect(await backup.ended, backup.stderr()).toBe(0);
  const restore = runProgram(env, { program: 'server/cli/restore.mjs', args: [file, '--replace'] });
  expect(await restore.ended).toBe(1);
  expect(restore.stderr()).toBe('Knooppunt draait nog op deze database: stop het eerst.\n');
  expect((await fetch(address())).status).toBeLessThan(500);
});

it('[ST16] a database that dies is started again', async () => {
  const postmaster = postmasterOf(data);
  process.kill(postmaster, 'SIGKILL');
  await until(() => !isRunning(postmaster), 'the postmaster is gone');
  await until(
    () =>
      query('SELECT 1').then(
        () => true,
        () => false,
      ),
    'it answers again',
    20_000,
  );
  expect(postmasterOf(data)).not.toBe(postmaster);
  expect(run.stderr()).toBe('De ingebouwde database is onverwacht gestopt en start opnieuw.\n');
});

it('[ST14] the secret is its owner’s only, and so is the password of the database', () => {
  for (const name of ['secret', 'postgres.json']) expect(statSync(path.join(data, name)).mode & 0o777).toBe(0o600);
  expect(readFileSync(path.join(data, 'secret'), 'utf8').trim()).toHaveLength(43);
});

it('[ST5] Ctrl-C reaches the whole group: exit code 0, the database stopped after the server', async () => {
  await query("INSERT INTO users (id, email) VALUES (gen_random_uuid(), 'iemand@test.invalid')");
  const postmaster = postmasterOf(data);
  const saidBefore = run.stderr();
  process.kill(-(run.child.pid ?? 0), 'SIGINT');
  expect(await run.ended).toBe(0);
  expect(run.stderr()).toBe(saidBefore);
  expect(isRunning(postmaster)).toBe(false);
  expect(['server.pid', 'lock', 'postgres/postmaster.pid'].filter((name) => existsSync(path.join(data, name)))).toEqual(
    [],
  );
  expect(readFileSync(path.join(data, 'postgres.log'), 'utf8')).toMatch(/database system is shut down\n$/);
});

it('[ST10] a backup while nothing runs starts the database for as long as it takes', async () => {
  const backup = runProgram(env, { program: 'server/cli/backup.mjs' });
  expect(await backup.ended, backup.stderr()).toBe(0);
  expect(readdirSync(path.join(data, 'backups'))).toHaveLength(1);
  expect(existsSync(path.join(data, 'postgres', 'postmaster.pid'))).toBe(false);
});

it('[ST4] the next start builds nothing, is there in seconds and finds the data back; [ST14] with the same secret', async () => {
  const secret = readFileSync(path.join(data, 'secret'), 'utf8');
  const began = Date.now();
  run = runProgram(env);
  await run.said(SIGN_IN);
  expect(Date.now() - began).toBeLessThan(15_000);
  expect(run.stdout()).not.toMatch(/bouwen/i);
  expect(await query("SELECT email FROM users WHERE email = 'iemand@test.invalid'")).toHaveLength(1);
  expect(readFileSync(path.join(data, 'secret'), 'utf8')).toBe(secret);
});

it('[ST6] after kill -9 the database is left, and the next start adopts it', async () => {
  const postmaster = postmasterOf(data);
  process.kill(pidIn(path.join(data, 'server.pid')), 'SIGKILL');
  await run.ended;
  expect(isRunning(postmaster)).toBe(true);
  run = runProgram(env);
  await run.said(SIGN_IN);
  expect(postmasterOf(data)).toBe(postmaster);
  expect(await query("SELECT email FROM users WHERE email = 'iemand@test.invalid'")).toHaveLength(1);
});

it('[ST6] a database that was left and does not answer is stopped first', async () => {
  const postmaster = postmasterOf(data);
  process.kill(run.child.pid ?? 0, 'SIGKILL');
  await run.ended;
  const file = path.join(data, 'postgres.json');
  const access = JSON.parse(readFileSync(file, 'utf8')) as { port: number };
  writeFileSync(file, JSON.stringify({ ...access, port: await freePort() }));
  run = runProgram(env);
  await run.said(SIGN_IN);
  expect(isRunning(postmaster)).toBe(false);
  expect(await query("SELECT email FROM users WHERE email = 'iemand@test.invalid'")).toHaveLength(1);
});

it('[ST6] a killed postmaster and a lock that names another process stop nobody', async () => {
  const postmaster = postmasterOf(data);
  process.kill(postmaster, 'SIGKILL');
  process.kill(run.child.pid ?? 0, 'SIGKILL');
  await run.ended;
  await until(() => !isRunning(postmaster), 'the postmaster is gone');
  const lines = readFileSync(path.join(data, 'postgres', 'postmaster.pid'), 'utf8').split('\n');
  writeFileSync(path.join(data, 'postgres', 'postmaster.pid'), [process.pid, ...lines.slice(1)].join('\n'));
  writeFileSync(path.join(data, 'lock'), `${process.pid}\n`);
  run = runProgram(env);
  await run.said(SIGN_IN);
  expect(await query("SELECT email FROM users WHERE email = 'iemand@test.invalid'")).toHaveLength(1);
});

it('[ST5] SIGTERM while a request never ends: exit code 0 within ten seconds', async () => {
  const postmaster = postmasterOf(data);
  const half = connect(Number(env.PORT), '127.0.0.1');
  half.on('error', () => undefined);
  half.write('GET / HTTP/1.1\r\nHost: knooppunt.test\r\n');
  await until(() => half.bytesWritten > 0, 'half a request is sent');
  const began = Date.now();
  run.child.kill('SIGTERM');
  expect(await run.ended).toBe(0);
  expect(Date.now() - began).toBeLessThan(10_000);
  expect(isRunning(postmaster)).toBe(false);
});

it('[ST17] goes on when nobody listens to its words any more, and still ends in order', async () => {
  run = runProgram(env);
  await run.said(SIGN_IN);
  const postmaster = postmasterOf(data);
  run.child.stdout?.destroy();
  run.child.stderr?.destroy();
  // The database dies: the server has something to say, and starts it again.
  process.kill(postmaster, 'SIGKILL');
  await until(
    () => existsSync(path.join(data, 'postgres', 'postmaster.pid')) && postmasterOf(data) !== postmaster,
    'a new database',
  );
  await until(async () => (await fetch(`${address()}/api/health`)).ok, 'the server works again');
  const exit = new Promise<number | null>((resolve) => run.child.once('exit', (code) => resolve(code)));
  run.child.kill('SIGTERM');
  expect(await exit).toBe(0);
});
