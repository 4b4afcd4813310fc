import { createServer } from 'node:net';
import { sentence, why, wrongVariable } from './nl.mjs';
import { StartRefusal } from './refusal.mjs';

/**
 * Listens for a moment where the server will, so that a wrong HOST or a taken port is told before the slow steps.
 * @param {string} host
 * @param {number} port
 * @returns {Promise<void>}
 */
export async function probeListening(host, port) {
  const server = createServer();
  try {
    await new Promise((resolve, reject) => {
      server.once('error', reject);
      server.listen({ host, port, exclusive: true }, () => resolve(undefined));
    });
  } catch (error) {
    throw listenRefusal(error, host, port) ?? error;
  }
  await new Promise((resolve) => server.close(resolve));
}

/**
 * @param {unknown} error
 * @param {string} host
 * @param {number} port
 * @returns {StartRefusal | undefined}
 */
export function listenRefusal(error, host, port) {
  switch (/** @type {NodeJS.ErrnoException} */ (error).code) {
    case 'EADDRINUSE':
      return new StartRefusal(sentence.portTaken(port));
    case 'EACCES':
      return new StartRefusal(sentence.portForbidden(port));
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
    case 'EINVAL':
      return new StartRefusal(wrongVariable('HOST', why.host(host)));
    default:
      return undefined;
  }
}
