import type { Template } from '@/lib/domain/template/template';

export type BallotPoint = { number: string; label: string };
export type BallotCluster = { number: number; label: string; points: BallotPoint[] };

/** The clusters with their points in template order: all a vote or a result needs of the template. */
export function ballotClusters(template: Pick<Template, 'clusters' | 'interventionPoints'>): BallotCluster[] {
  return template.clusters.map(({ id, number, label }) => ({
    number,
    label,
    points: template.interventionPoints
      .filter(({ clusterId }) => clusterId === id)
      .map((point) => ({ number: point.number, label: point.label })),
  }));
}

/** FNV-1a: a seed that is the same on every device of one person. */
function seedOf(text: string): number {
  let hash = 0x811c9dc5;
  for (const character of text) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
  return hash >>> 0;
}

/** mulberry32: small, and the same everywhere; nothing secret depends on it. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

function shuffle<Item>(items: readonly Item[], random: () => number): Item[] {
  const left = [...items];
  const shuffled: Item[] = [];
  while (left.length > 0) shuffled.push(...left.splice(Math.floor(random() * left.length), 1));
  return shuffled;
}

/** Clusters shuffled, points shuffled within: list order alone moves a point by 6 to 12 places. */
export function shuffleBallot(clusters: readonly BallotCluster[], person: string, roundId: string): BallotCluster[] {
  const random = randomFrom(seedOf(`${person}|${roundId}`));
  return shuffle(clusters, random).map((cluster) => ({ ...cluster, points: shuffle(cluster.points, random) }));
}
