import { createHmac } from 'node:crypto';
import { codeFromBytes } from '@/lib/domain/links/short-code';
import { deriveKey } from './derive-key';
import { hashToken } from './token-hash';

export type LinkIdentity = { id: string; version: number };
export type LinkHashes = { tokenHash: Buffer; codeHash: Buffer };

/** [L1] 32 bytes from the installation secret, so that the link can be shown again without being stored. */
export function linkToken({ id, version }: LinkIdentity): string {
  return createHmac('sha256', deriveKey('link-token')).update(`link|${id}|${version}`).digest('base64url');
}

/** [L2] Eight characters, without the dash. */
export function linkCode({ id, version }: LinkIdentity): string {
  return codeFromBytes(createHmac('sha256', deriveKey('link-code')).update(`code|${id}|${version}`).digest());
}

/** Keyed, because 40 bits are few enough to try them all against a plain hash. */
export function hashCode(code: string): Buffer {
  return createHmac('sha256', deriveKey('link-code-hash')).update(code).digest();
}

/** What is stored of a link. */
export function linkHashes(link: LinkIdentity): LinkHashes {
  return { tokenHash: hashToken(linkToken(link)), codeHash: hashCode(linkCode(link)) };
}
