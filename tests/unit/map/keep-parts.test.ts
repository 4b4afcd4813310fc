import { expect, it } from 'vitest';
import { keepParts } from '@/components/map/keep-parts';
import type { WorkshopMap } from '@/lib/api/map-contracts';

const map = (version: number, people: string[]): WorkshopMap => ({
  version,
  ownPoints: [{ id: 'o', number: 'E1', label: 'Verzonnen', explanation: '', concerns: ['L1'], author: 'p:1' }],
  facts: [],
  pins: [],
  stances: people.map((person) => ({ person, elementId: 'L1', pole: null, level: null })),
  loops: [],
  opened: {},
});

it('[MU6] what did not change stays the same object, so that only what changed is drawn again', () => {
  const before = map(1, ['p:1']);
  const after = map(2, ['p:1', 'p:2']);
  const kept = keepParts(before, after);
  expect(kept).toEqual(after);
  expect(kept.ownPoints).toBe(before.ownPoints);
  expect(kept.facts).toBe(before.facts);
  expect(kept.stances).toBe(after.stances);
});
