/** The saved loop that is the same as a found one: the same elements, wherever it starts. */
export function isSameLoop(one: readonly string[], other: readonly string[]): boolean {
  if (one.length !== other.length) return false;
  const start = other.indexOf(one[0] ?? '');
  return start >= 0 && one.every((id, index) => id === other[(start + index) % other.length]);
}
