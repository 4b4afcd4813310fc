import { expect, it } from 'vitest';
import { type WheelSigns, wheelDevices } from '@/components/canvas/wheel-device';

const signs = (over: Partial<WheelSigns>): WheelSigns => ({
  deltaX: 0,
  deltaY: 0,
  deltaMode: 0,
  timeStamp: 0,
  ...over,
});

it.each([
  ['a notch in Chromium', { deltaY: 100, wheelDeltaY: -120 }, 'mouse'],
  ['three notches at once', { deltaY: -300, wheelDeltaY: 360 }, 'mouse'],
  ['a notch on a scaled screen', { deltaY: 66.7, wheelDeltaY: -120 }, 'mouse'],
  ['lines, as Firefox gives them', { deltaY: 3, deltaMode: 1 }, 'mouse'],
  ['two fingers, slowly', { deltaY: 4, wheelDeltaY: -12 }, 'trackpad'],
  ['two fingers, askew', { deltaX: 3, deltaY: 40, wheelDeltaY: -120 }, 'trackpad'],
  ['sideways only', { deltaX: 100, wheelDeltaY: 0 }, 'trackpad'],
] as const)('tells the device: %s', (_name, over, device) => {
  expect(wheelDevices()(signs(over))).toBe(device);
});

it('keeps its answer during one turn, and asks again after a pause', () => {
  const device = wheelDevices();
  expect(device(signs({ deltaY: 4, wheelDeltaY: -12, timeStamp: 1_000 }))).toBe('trackpad');
  expect(device(signs({ deltaY: 40, wheelDeltaY: -120, timeStamp: 1_016 }))).toBe('trackpad');
  expect(device(signs({ deltaY: 100, wheelDeltaY: -120, timeStamp: 2_000 }))).toBe('mouse');
});
