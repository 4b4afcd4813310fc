import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { depthAt, LEAVE } from '@/components/canvas/template/depth';
import { layoutTemplate } from '@/lib/domain/layout/layout-template';
import { BALL } from '@/lib/domain/layout/type-scale';
import type { Template } from '@/lib/domain/template/template';
import { nlCanvas } from '@/lib/messages/nl-canvas';

const seed = path.resolve(import.meta.dirname, '../../../prisma/templates/probleem-en-oorzakenschema.json');
const template = JSON.parse(readFileSync(seed, 'utf8')) as Template;

it('[CV2] follows the zoom', () => {
  expect([0.1, 0.5, 1.2, 1.6].map((zoom) => depthAt('far', zoom))).toEqual(['far', 'middle', 'near', 'nearest']);
});

it('[CV2] leaves a depth later than it enters it', () => {
  expect([
    depthAt('far', 0.42),
    depthAt('middle', 0.42),
    depthAt('middle', 0.78),
    depthAt('near', 0.78),
    depthAt('near', 1.3),
    depthAt('nearest', 1.3),
    depthAt('nearest', 0.2),
  ]).toEqual(['far', 'middle', 'middle', 'near', 'near', 'nearest', 'far']);
});

/** Beside the tools, under the bar and a row of chips. */
const ROOM = { w: 1440 - 98, h: 900 - 57 - 28 };

it('[CV21] no label is smaller than 11 pixels where its depth comes in, on a screen of 1440 by 900', () => {
  const picture = layoutTemplate(template, 1, nlCanvas.key);
  const whole = Math.min(ROOM.w / picture.width, ROOM.h / picture.height);
  const smallest = {
    far: Math.min(...picture.layers.flatMap(({ essence, farTag }) => [essence.size, farTag.size])) * whole,
    balls: (BALL.far / 2) * 0.96 * whole,
    middle:
      Math.min(
        ...picture.blocks.map(({ headline }) => headline.size),
        ...picture.layers.flatMap(({ middleTitle, tag }) => [middleTitle.size, tag.size]),
      ) * LEAVE.middle,
    near: Math.min(...picture.blocks.flatMap(({ points }) => points.map(({ text }) => text.size))) * LEAVE.near,
  };
  for (const [name, size] of Object.entries(smallest)) expect(size, name).toBeGreaterThanOrEqual(11);
});
