import type { NetworkInterfaceInfo } from 'node:os';
import { expect, it } from 'vitest';

type Settings = { publicUrl?: string; host: string; port: number };
type Found = { url: string; from: string };
const { baseUrlOf } = (await import('../../../server/start/base-url.mjs' as string)) as {
  baseUrlOf: (settings: Settings, interfaces: NodeJS.Dict<NetworkInterfaceInfo[]>) => Found;
};

const card = (address: string, overrides: Partial<NetworkInterfaceInfo> = {}) =>
  ({
    address,
    family: 'IPv4',
    internal: false,
    netmask: '',
    mac: '',
    cidr: null,
    ...overrides,
  }) as NetworkInterfaceInfo;
const loopback = { lo: [card('127.0.0.1', { internal: true })] };

it('[ST12] links carry PUBLIC_URL when it is set', () => {
  const found = baseUrlOf(
    { publicUrl: 'https://bord.example', host: '0.0.0.0', port: 3000 },
    { eth0: [card('192.0.2.7')] },
  );
  expect(found).toEqual({ url: 'https://bord.example', from: 'PUBLIC_URL' });
});

it('[ST12] links carry the address on the network, a card before a bridge', () => {
  const interfaces = {
    ...loopback,
    docker0: [card('172.17.0.1')],
    wlan0: [card('fe80::1', { family: 'IPv6' }), card('192.0.2.7')],
  };
  expect(baseUrlOf({ host: '0.0.0.0', port: 3000 }, interfaces)).toEqual({
    url: 'http://192.0.2.7:3000',
    from: 'network',
  });
});

it('[ST12] a bridge is better than nothing', () => {
  expect(baseUrlOf({ host: '::', port: 1 }, { docker0: [card('172.17.0.1')] }).url).toBe('http://172.17.0.1:1');
});

it('[ST12] without a network the link is local and says so', () => {
  const selfAssigned = { ...loopback, eth0: [card('169.254.3.4')] };
  expect(baseUrlOf({ host: '0.0.0.0', port: 3000 }, selfAssigned)).toEqual({
    url: 'http://localhost:3000',
    from: 'no-network',
  });
});

it('[ST12] HOST decides what can be reached', () => {
  const interfaces = { eth0: [card('192.0.2.7')] };
  expect(baseUrlOf({ host: '127.0.0.1', port: 3000 }, interfaces).from).toBe('loopback');
  expect(baseUrlOf({ host: '192.0.2.9', port: 3000 }, interfaces).url).toBe('http://192.0.2.9:3000');
  expect(baseUrlOf({ host: '2001:db8::1', port: 3000 }, interfaces).url).toBe('http://[2001:db8::1]:3000');
});
