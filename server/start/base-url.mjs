import { networkInterfaces } from 'node:os';

/** Bridges and tunnels of this machine itself: a phone in the room cannot reach them. */
const VIRTUAL = /^(docker|br-|veth|virbr|vmnet|vboxnet|utun|tun|tap|zt|tailscale|wg|podman|cni|lxc|bridge)/;
const EVERYWHERE = ['0.0.0.0', '::'];
const LOOPBACK = /^(localhost$|127\.|::1$)/;

/**
 * The address that links and QR codes carry: PUBLIC_URL, else the one on the local network, else (there is none, or
 * HOST keeps the network out) localhost. Never taken from a request: a forged Host header would end up in a link.
 * @param {{ publicUrl?: string, host: string, port: number }} settings
 * @param {NodeJS.Dict<import('node:os').NetworkInterfaceInfo[]>} [interfaces]
 * @returns {{ url: string, from: 'PUBLIC_URL' | 'network' | 'loopback' | 'no-network' }}
 */
export function baseUrlOf({ publicUrl, host, port }, interfaces = networkInterfaces()) {
  if (publicUrl) return { url: publicUrl, from: 'PUBLIC_URL' };
  if (LOOPBACK.test(host)) return { url: `http://localhost:${port}`, from: 'loopback' };
  const address = EVERYWHERE.includes(host) ? lanAddress(interfaces) : host;
  if (!address) return { url: `http://localhost:${port}`, from: 'no-network' };
  return { url: `http://${address.includes(':') ? `[${address}]` : address}:${port}`, from: 'network' };
}

/**
 * The first IPv4 address that other devices can use; network cards go before bridges and tunnels.
 * @param {NodeJS.Dict<import('node:os').NetworkInterfaceInfo[]>} interfaces
 * @returns {string | undefined}
 */
function lanAddress(interfaces) {
  const usable = Object.entries(interfaces).flatMap(([name, addresses]) =>
    (addresses ?? [])
      .filter(({ family, internal, address }) => family === 'IPv4' && !internal && !address.startsWith('169.254.'))
      .map(({ address }) => ({ address, virtual: VIRTUAL.test(name) })),
  );
  return (usable.find(({ virtual }) => !virtual) ?? usable[0])?.address;
}
