import { expect, it } from 'vitest';
import { linkExpiry, linkState } from '@/lib/domain/links/link-state';
import { CODE_ALPHABET, codeFromBytes, normalizeCode, showCode } from '@/lib/domain/links/short-code';

it('[L2] a code is made of 32 characters that cannot be mixed up', () => {
  expect(new Set(CODE_ALPHABET).size).toBe(32);
  expect(CODE_ALPHABET).not.toMatch(/[01OI]/);
  expect(codeFromBytes(Uint8Array.from([0, 31, 32, 255, 1, 2, 3, 4, 99]))).toBe('2Z2Z3456');
  expect(showCode('ABCDEFGH')).toBe('ABCD-EFGH');
  expect(() => codeFromBytes(new Uint8Array(7))).toThrow();
});

it('[L3] case, spaces and dashes do not matter; what cannot be a code is none', () => {
  for (const typed of ['abcd-efgh', ' ABCD EFGH ', 'AbCdEfGh', 'ABCD–EFGH', 'ＡＢＣＤ-efgh'])
    expect(normalizeCode(typed)).toBe('ABCDEFGH');
  for (const typed of ['', 'ABCD-EFG', 'ABCD-EFGHJ', 'ABCD-EFG0', 'ABCD-EFGI', '🙂'.repeat(8)])
    expect(normalizeCode(typed)).toBeNull();
});

it('[L4] a link works until it is revoked, thirty days pass, or the workshop closes', () => {
  const made = new Date('2026-11-01T10:00:00Z');
  const expiresAt = linkExpiry(made);
  expect(expiresAt).toEqual(new Date('2026-12-01T10:00:00Z'));
  const link = { revokedAt: null, expiresAt, workshopClosedAt: null };
  expect(linkState(link, new Date(expiresAt.getTime() - 1))).toBe('open');
  expect(linkState(link, expiresAt)).toBe('expired');
  expect(linkState({ ...link, revokedAt: made }, made)).toBe('revoked');
  expect(linkState({ ...link, revokedAt: made, workshopClosedAt: made }, made)).toBe('closed');
});
