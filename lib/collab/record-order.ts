/** The order of things on a board: fractional indices, whose integer part alone is counted up here. */

const DIGITS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const FIRST = 'a1';
const INTEGER = /^([a-y])([0-9A-Za-z]+)$/;

/** The integer part: a letter says how many digits follow ('a' one, 'b' two). */
function integerOf(index: string): string | null {
  const found = INTEGER.exec(index);
  const [, head = '', digits = ''] = found ?? [];
  const length = head.charCodeAt(0) - 'a'.charCodeAt(0) + 1;
  return found && digits.length >= length ? head + digits.slice(0, length) : null;
}

function nextInteger(integer: string): string {
  const head = integer.charAt(0);
  const digits = [...integer.slice(1)];
  for (let at = digits.length - 1; at >= 0; at -= 1) {
    const value = DIGITS.indexOf(digits[at] ?? '') + 1;
    if (value < DIGITS.length) {
      digits[at] = DIGITS.charAt(value);
      return head + digits.join('');
    }
    digits[at] = '0';
  }
  return `${String.fromCharCode(head.charCodeAt(0) + 1)}${'0'.repeat(digits.length + 1)}`;
}

/** An index above all of `indices`; what is no fractional index does not count. */
export function indexAbove(indices: Iterable<string>): string {
  let highest = '';
  for (const index of indices) {
    const integer = integerOf(index);
    if (integer !== null && integer > highest) highest = integer;
  }
  return highest === '' ? FIRST : nextInteger(highest);
}

/** Older first: by index, and by key where two people took the same one. */
export function byOrder(a: { index: string; key: string }, b: { index: string; key: string }): number {
  if (a.index !== b.index) return a.index < b.index ? -1 : 1;
  return a.key < b.key ? -1 : Number(a.key > b.key);
}
