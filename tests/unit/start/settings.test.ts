import { describe, expect, it } from 'vitest';

const { readSettings } = (await import('../../../server/start/settings.mjs' as string)) as {
  readSettings: (env: Record<string, string>, root: string) => Record<string, unknown>;
};

describe('[ST1] a wrong value is refused by a sentence that names the variable', () => {
  it.each([
    ['PORT', 'abc'],
    ['PORT', '0'],
    ['PORT', '65536'],
    ['PORT', '30 00'],
    ['PORT', '3e3'],
    ['PUBLIC_URL', 'foo'],
    ['PUBLIC_URL', 'ftp://bord.example'],
    ['PUBLIC_URL', 'https://bord.example/pad'],
    ['PUBLIC_URL', 'https://wie:geheim@bord.example'],
    ['DATABASE_URL', 'mysql://localhost/x'],
    ['DATABASE_URL', 'postgresql:'],
    ['KNOOPPUNT_SECRET', 'kort'],
    ['KNOOPPUNT_DIST', '../elders'],
    ['KNOOPPUNT_DIST', '.next/../../x'],
    ['LOG_LEVEL', 'luid'],
  ])('%s=%s', (name, value) => {
    expect(() => readSettings({ [name]: value }, '/r')).toThrow(
      new RegExp(`^De omgevingsvariabele ${name} klopt niet: .+\\.$`),
    );
  });
});

it('[ST1] the sentence never repeats a password', () => {
  expect(() => readSettings({ DATABASE_URL: 'mysql://wie:geheim@localhost/x' }, '/r')).toThrow(/^(?!.*geheim)/);
});

it('[ST1] an empty value counts as not set', () => {
  const settings = readSettings({ PORT: '', PUBLIC_URL: '', DATABASE_URL: '', KNOOPPUNT_SECRET: '', HOST: '' }, '/r');
  expect(settings).toMatchObject({
    port: 3000,
    host: '0.0.0.0',
    publicUrl: undefined,
    databaseUrl: undefined,
    dist: '.next',
    serverDist: 'dist',
  });
});

it('[ST1] good values are taken as they are, paths from the clone', () => {
  const settings = readSettings(
    {
      PORT: '8080',
      PUBLIC_URL: 'https://bord.example/',
      DATABASE_URL: 'postgres://u:p@db/knooppunt',
      KNOOPPUNT_DATA: 'data',
      KNOOPPUNT_DIST: '.next-test',
    },
    '/r',
  );
  expect(settings).toMatchObject({
    port: 8080,
    publicUrl: 'https://bord.example',
    data: '/r/data',
    serverDist: '.next-test-server',
  });
});
