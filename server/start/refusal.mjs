import { sentence } from './nl.mjs';

/** A start that cannot go on for a reason its user can act on: one sentence, exit code 1, no stack. */
export class StartRefusal extends Error {
  /** @override */
  name = 'StartRefusal';
}

/**
 * The one sentence to print for whatever stopped the start.
 * @param {unknown} error
 * @param {string} folder what was being written to
 * @returns {string}
 */
export function sentenceOf(error, folder) {
  if (isRefusal(error)) return error.message;
  if (isFullDisk(error)) return sentence.noSpace(folder);
  const reason = error instanceof Error ? error.message : String(error);
  return sentence.unknown(reason.split('\n')[0] ?? '');
}

/**
 * By name, because the server bundle throws its own class of the same name.
 * @param {unknown} error
 * @returns {error is Error}
 */
export function isRefusal(error) {
  return error instanceof Error && error.name === 'StartRefusal';
}

/** @param {unknown} error node's own error, PostgreSQL's disk_full, or the words of a child process */
export function isFullDisk(error) {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return code === 'ENOSPC' || code === '53100' || /ENOSPC|No space left on device/.test(String(error));
}
