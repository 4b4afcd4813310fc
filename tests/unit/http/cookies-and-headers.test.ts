import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

const BASE = {
  DATABASE_URL: 'postgresql://niemand@127.0.0.1:4399/weg',
  KNOOPPUNT_SECRET: 'verzonnen-geheim-voor-tests-0123456789',
  KNOOPPUNT_DATA: '/tmp/knooppunt-test',
};

/** The modules as a fresh process with this environment has them. */
async function withEnv(given: Record<string, string>) {
  vi.resetModules();
  for (const [name, value] of Object.entries({
    PUBLIC_URL: '',
    KNOOPPUNT_BASE_URL: '',
    PORT: '4300',
    ...BASE,
    ...given,
  }))
    vi.stubEnv(name, value);
  const [cookies, headers, origin, env, address] = await Promise.all([
    import('@/lib/auth/cookies'),
    import('@/lib/http/security-headers'),
    import('@/lib/auth/own-origin'),
    import('@/lib/env'),
    import('@/lib/auth/client-address'),
  ]);
  return { ...cookies, ...headers, ...origin, ...env, ...address };
}

beforeEach(() => vi.resetModules());
afterEach(() => vi.unstubAllEnvs());

describe('[H3] cookies', () => {
  it('are plain over http, also on the local network', async () => {
    const { setCookie } = await withEnv({ KNOOPPUNT_BASE_URL: 'http://192.168.1.7:4300' });
    expect(setCookie('device', 'abc')).toBe('kp-device=abc; Path=/; Max-Age=5184000; HttpOnly; SameSite=Lax');
  });

  it('are Secure and __Host- when PUBLIC_URL is https', async () => {
    const { setCookie, readCookie } = await withEnv({ PUBLIC_URL: 'https://knooppunt.example' });
    expect(setCookie('session', 'abc')).toMatch(/^__Host-kp-session=abc; Path=\/; .*; Secure$/);
    expect(readCookie('kp-session=oud; __Host-kp-session=abc', 'session')).toBe('abc');
    expect(readCookie('kp-session=oud', 'session')).toBeUndefined();
  });

  it('are read only when they look like ours', async () => {
    const { readCookie } = await withEnv({});
    expect(readCookie('a=b; kp-device=x_-9 ; c', 'device')).toBe('x_-9');
    for (const header of [
      null,
      undefined,
      '',
      'kp-device=',
      'kp-device="x"',
      `kp-device=${'x'.repeat(257)}`,
      'kp-device=a b',
    ]) {
      expect(readCookie(header, 'device')).toBeUndefined();
    }
  });
});

describe('[H6] headers', () => {
  it('allow scripts and styles by nonce alone, and no other host', async () => {
    const { securityHeaders } = await withEnv({});
    const headers = securityHeaders('bm9uY2U=');
    const policy = headers['Content-Security-Policy'] ?? '';
    expect(policy).toContain("script-src 'self' 'nonce-bm9uY2U=' 'strict-dynamic'");
    for (const part of ["frame-ancestors 'none'", "base-uri 'none'", "object-src 'none'", "connect-src 'self'"])
      expect(policy).toContain(part);
    expect(policy).not.toMatch(/unsafe|https?:|\*/);
    expect(headers).toMatchObject({ 'Referrer-Policy': 'no-referrer', 'X-Content-Type-Options': 'nosniff' });
    expect(headers).not.toHaveProperty('Strict-Transport-Security');
  });

  it('ask for https exactly when PUBLIC_URL is https', async () => {
    expect((await withEnv({ PUBLIC_URL: 'https://knooppunt.example' })).securityHeaders('x')).toHaveProperty(
      'Strict-Transport-Security',
    );
    expect((await withEnv({ PUBLIC_URL: 'http://knooppunt.example' })).securityHeaders('x')).not.toHaveProperty(
      'Strict-Transport-Security',
    );
  });
});

describe('[H1] an own origin', () => {
  it('is the public address, or the host the request was sent to', async () => {
    const { isOwnOrigin } = await withEnv({ PUBLIC_URL: 'https://knooppunt.example' });
    expect(isOwnOrigin({ origin: 'https://knooppunt.example', host: 'app:3000' })).toBe(true);
    expect(isOwnOrigin({ origin: 'http://laptop.local:3000', host: 'LAPTOP.local:3000' })).toBe(true);
  });

  it('is nothing else', async () => {
    const { isOwnOrigin } = await withEnv({});
    const host = 'localhost:4300';
    for (const origin of [
      null,
      undefined,
      '',
      'null',
      'http://localhost',
      'http://elders:4300',
      'file://localhost:4300',
      'http://localhost:4300/x',
      'http://a@localhost:4300',
    ]) {
      expect(isOwnOrigin({ origin, host })).toBe(false);
    }
    expect(isOwnOrigin({ origin: 'http://localhost:4300', host, fetchSite: 'cross-site' })).toBe(false);
    expect(isOwnOrigin({ origin: 'http://elders:4300', host: undefined })).toBe(false);
  });
});

it('[L7] counts per socket, and behind a proxy per address that proxy saw', async () => {
  const direct = await withEnv({});
  expect(direct.addressOf('192.0.2.1', '198.51.100.9')).toBe('192.0.2.1');
  const proxied = await withEnv({ PUBLIC_URL: 'https://knooppunt.example' });
  expect(proxied.addressOf('172.18.0.2', '203.0.113.5, 198.51.100.9')).toBe('198.51.100.9');
  expect(proxied.addressOf('172.18.0.2', undefined)).toBe('172.18.0.2');
  expect(direct.clientAddress(new Headers())).toBe('unknown');
});

it('links start with PUBLIC_URL, else with the address on the local network', async () => {
  expect((await withEnv({})).baseUrl()).toBe('http://localhost:4300');
  expect((await withEnv({ KNOOPPUNT_BASE_URL: 'http://192.168.1.7:4300/' })).baseUrl()).toBe('http://192.168.1.7:4300');
  expect(
    (
      await withEnv({ KNOOPPUNT_BASE_URL: 'http://192.168.1.7:4300', PUBLIC_URL: 'https://knooppunt.example/' })
    ).baseUrl(),
  ).toBe('https://knooppunt.example');
});
