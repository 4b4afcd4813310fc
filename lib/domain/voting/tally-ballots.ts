import type { Allocation } from './check-ballot';
import type { RoundRules } from './round-rules';

export type TallyLine = {
  number: string;
  dots: number;
  /** people who put at least one dot here */
  voters: number;
  /** equal dots share a rank; the next rank skips ("1, 1, 3") */
  rank: number;
};

export type Tally = { voters: number; dots: number; items: TallyLine[] };

/** [V2] Every item of the round, most dots first, then template order; the order of the ballots does not matter. */
export function tallyBallots(rules: RoundRules, ballots: readonly Allocation[]): Tally {
  const counted = rules.items.map((number) => {
    const dots = ballots.map((ballot) => (Object.hasOwn(ballot, number) ? (ballot[number] ?? 0) : 0));
    return {
      number,
      dots: dots.reduce((sum, count) => sum + count, 0),
      voters: dots.filter((count) => count > 0).length,
    };
  });
  const items = counted
    .toSorted((a, b) => b.dots - a.dots)
    .map((line) => ({ ...line, rank: 1 + counted.filter((other) => other.dots > line.dots).length }));
  return { voters: ballots.length, dots: items.reduce((sum, { dots }) => sum + dots, 0), items };
}
