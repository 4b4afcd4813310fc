import { hkdfSync } from 'node:crypto';
import { env } from '@/lib/env';

const KEY_BYTES = 32;

/** What the installation secret is used for; a key of one purpose says nothing about another. */
export type KeyPurpose = 'sign-in' | 'link-token' | 'link-code' | 'link-code-hash';

const keys = new Map<string, Buffer>();

/** A 32-byte key for one purpose, from KNOOPPUNT_SECRET. */
export function deriveKey(purpose: KeyPurpose): Buffer {
  const secret = env().KNOOPPUNT_SECRET;
  const id = `${purpose}\n${secret}`;
  const known = keys.get(id);
  if (known) return known;
  const key = Buffer.from(hkdfSync('sha256', secret, 'knooppunt', purpose, KEY_BYTES));
  keys.set(id, key);
  return key;
}
