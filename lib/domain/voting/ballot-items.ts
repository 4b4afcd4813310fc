import type { Template } from '../template/template';

export type BallotItem = { number: string; label: string };

/** The intervention points by cluster and order: the order of every ballot and of equal dots in a result. */
export function ballotItems({ clusters, interventionPoints }: Template): BallotItem[] {
  return clusters
    .toSorted((a, b) => a.number - b.number)
    .flatMap(({ id }) =>
      interventionPoints.filter(({ clusterId }) => clusterId === id).toSorted((a, b) => a.order - b.order),
    )
    .map(({ number, label }) => ({ number, label }));
}
