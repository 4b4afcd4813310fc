import { expect, it } from 'vitest';
import { codeProblem } from '@/app/code-problem';
import { type BallotCluster, shuffleBallot } from '@/components/vote/ballot-order';
import { refusalSentence } from '@/lib/messages/nl-errors';

/** Five clusters of five points; the labels are invented. */
const clusters: BallotCluster[] = [1, 2, 3, 4, 5].map((number) => ({
  number,
  label: `Cluster ${number}`,
  points: [1, 2, 3, 4, 5].map((order) => ({ number: `${number}.${order}`, label: `Punt ${number}.${order}` })),
}));
const order = (shuffled: BallotCluster[]) => shuffled.flatMap(({ points }) => points.map(({ number }) => number));

it('[Q3] keeps every point, within its own cluster', () => {
  const shuffled = shuffleBallot(clusters, 'p:een', 'ronde');
  expect(order(shuffled).sort()).toEqual(order(clusters).sort());
  for (const { number, points } of shuffled)
    expect(points.every((point) => point.number.startsWith(`${number}.`))).toBe(true);
});

it('[Q3] is the same again for one person, and another for somebody else or in another round', () => {
  const mine = order(shuffleBallot(clusters, 'p:een', 'ronde'));
  expect(order(shuffleBallot(clusters, 'p:een', 'ronde'))).toEqual(mine);
  expect(order(shuffleBallot(clusters, 'p:twee', 'ronde'))).not.toEqual(mine);
  expect(order(shuffleBallot(clusters, 'p:een', 'volgende'))).not.toEqual(mine);
});

it('[Q3] puts no point first more often than its share', () => {
  const people = 5_000;
  const firsts = new Map<string, number>();
  for (let person = 0; person < people; person += 1) {
    const [first = ''] = order(shuffleBallot(clusters, `p:${person}`, 'ronde'));
    firsts.set(first, (firsts.get(first) ?? 0) + 1);
  }
  expect(firsts.size).toBe(25);
  // 200 expected each; six standard deviations is 83.
  for (const count of firsts.values()) expect(Math.abs(count - people / 25)).toBeLessThan(83);
});

it('[Q4] shows a sentence of ours, and nothing that somebody else wrote in an address', () => {
  expect(codeProblem('code-unknown', undefined)).toBe(refusalSentence('code-unknown'));
  expect(codeProblem('too-many-codes', '240')).toBe(refusalSentence('too-many-codes', 240));
  expect(codeProblem('too-many-codes', '<b>nu</b>')).toBe(refusalSentence('too-many-codes'));
  expect(codeProblem('Bel dit nummer voor uw prijs', undefined)).toBeNull();
  expect(codeProblem(['a', 'b'], undefined)).toBeNull();
  expect(codeProblem(undefined, undefined)).toBeNull();
});
