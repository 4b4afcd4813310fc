import { expect, it } from 'vitest';
import { depthAt } from '@/components/canvas/template/depth';

it('[CV2] follows the zoom', () => {
  expect([0.1, 0.5, 1.2].map((zoom) => depthAt('far', zoom))).toEqual(['far', 'middle', 'near']);
});

it('[CV2] leaves a depth later than it enters it', () => {
  expect([
    depthAt('far', 0.3),
    depthAt('middle', 0.3),
    depthAt('middle', 0.7),
    depthAt('near', 0.7),
    depthAt('near', 0.2),
  ]).toEqual(['far', 'middle', 'middle', 'near', 'far']);
});
