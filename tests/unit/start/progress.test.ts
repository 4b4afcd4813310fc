import { afterEach, expect, it, vi } from 'vitest';

type Step = <T>(name: string, work: () => Promise<T>) => Promise<T>;
const { step } = (await import('../../../server/start/progress.mjs' as string)) as { step: Step };

let restore = () => {};
afterEach(() => {
  vi.useRealTimers();
  restore();
});

function listen(): string[] {
  const said: string[] = [];
  const spy = vi.spyOn(process.stdout, 'write').mockImplementation((text) => said.push(String(text)) > 0);
  restore = () => spy.mockRestore();
  return said;
}

it('[ST13] a quick step says nothing', async () => {
  const said = listen();
  expect(await step('Bouwen', async () => 7)).toBe(7);
  expect(said).toEqual([]);
});

it('[ST13] a slow step says its name and its seconds, again every five, and when it is done', async () => {
  vi.useFakeTimers();
  const said = listen();
  const work = step('Bouwen', () => new Promise((resolve) => setTimeout(resolve, 8_000)));
  await vi.advanceTimersByTimeAsync(8_000);
  await work;
  expect(said).toEqual(['Bouwen … 2 s\n', 'Bouwen … 7 s\n', 'Bouwen: klaar in 8 s\n']);
});
