import { ok, type Result, refuse } from '../result';
import { isReadableLine, normalizeLine } from './readable-text';

/** In code points, after normalising. */
export const MAX_DISPLAY_NAME_LENGTH = 40;
/** Normalising costs time in proportion to the text; beyond this it is too long anyway. */
const MAX_RAW_LENGTH = 1_000;

export type NameRefusal = 'name-empty' | 'name-too-long' | 'name-characters';

/** [P1] [P2] The name as it will be shown, or why it cannot be. Two people may carry one name ([P3]). */
export function parseDisplayName(raw: string): Result<string, NameRefusal> {
  if (raw.length > MAX_RAW_LENGTH) return refuse('name-too-long');
  const name = normalizeLine(raw);
  if (name === '') return refuse('name-empty');
  if ([...name].length > MAX_DISPLAY_NAME_LENGTH) return refuse('name-too-long');
  return isReadableLine(name) ? ok(name) : refuse('name-characters');
}
