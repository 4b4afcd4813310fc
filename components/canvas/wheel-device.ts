/** What people turn: a mouse has a wheel with notches, a trackpad moves in two directions. */
export type WheelDevice = 'mouse' | 'trackpad';

/** The part of a WheelEvent that tells them apart. `wheelDeltaY` is old, and still the best witness: 120 per notch. */
export type WheelSigns = {
  deltaX: number;
  deltaY: number;
  deltaMode: number;
  timeStamp: number;
  wheelDeltaY?: number;
};

const NOTCH = 120;
/** Within this time, in ms, it is still the same turn, so that a gesture never changes its meaning halfway. */
const SAME_TURN_MS = 350;

function looksLikeMouse({ deltaX, deltaY, deltaMode, wheelDeltaY }: WheelSigns): boolean {
  if (deltaX !== 0 || deltaY === 0) return false;
  if (deltaMode !== 0) return true;
  if (wheelDeltaY === undefined) return Math.abs(deltaY) >= 50;
  return wheelDeltaY !== 0 && wheelDeltaY % NOTCH === 0;
}

/** Says for each wheel event what it came from; the first of a turn decides. */
export function wheelDevices(): (signs: WheelSigns) => WheelDevice {
  let device: WheelDevice = 'trackpad';
  let last = Number.NEGATIVE_INFINITY;
  return (signs) => {
    if (signs.timeStamp - last > SAME_TURN_MS) device = looksLikeMouse(signs) ? 'mouse' : 'trackpad';
    last = signs.timeStamp;
    return device;
  };
}
