import { baseUrlOf } from './base-url.mjs';
import { announced } from './nl.mjs';

/**
 * What is printed once the server listens.
 * @param {import('./settings.mjs').Settings} settings
 * @param {string} signInLink
 * @returns {string}
 */
export function announcement(settings, signInLink) {
  const { url, from } = baseUrlOf(settings);
  const lines = {
    PUBLIC_URL: [announced.running(url)],
    network: [announced.running(hereOf(settings, url)), announced.lan(url)],
    loopback: [announced.running(url), announced.onlyLoopback],
    'no-network': [announced.running(url), announced.noNetwork],
  }[from];
  const production = url.startsWith('https:') ? [] : [announced.production];
  return ['', ...lines, '', announced.signIn, signInLink, '', ...production, announced.stopping].join('\n');
}

/** Where HOST is one address, localhost is not listened to. @param {import('./settings.mjs').Settings} settings @param {string} lan */
function hereOf({ host, port }, lan) {
  return host === '0.0.0.0' || host === '::' ? `http://localhost:${port}` : lan;
}
