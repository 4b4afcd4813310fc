/** Waits until a condition holds; fails with what it was waiting for. Instead of sleeping. */
export async function until(
  condition: () => boolean | Promise<boolean>,
  what: string,
  timeoutMs = 10_000,
): Promise<void> {
  const deadline = Date.now() + timeoutMs;
  while (!(await condition())) {
    if (Date.now() > deadline) throw new Error(`waited ${timeoutMs} ms, but never: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}
