import type { Viewer } from './viewer';

export const ACCESS_CHANGE_REASONS = ['removed', 'signed-out', 'someone-else', 'workshop-closed'] as const;
export type AccessChangeReason = (typeof ACCESS_CHANGE_REASONS)[number];

/** What goes over NOTIFY access_changed. A field that is present narrows whom it concerns. */
export type AccessChange = {
  reason: AccessChangeReason;
  workshopId?: string;
  participantId?: string;
  deviceId?: string;
  userId?: string;
  /** one signed-in browser; the same user elsewhere stays in */
  sessionId?: string;
};

type Held = Pick<Viewer, 'workshopId' | 'participantId' | 'deviceId' | 'userId' | 'sessionId'>;

/** [P12] Whether somebody who is inside has to be looked at again: every field the change names is theirs. */
export function concerns(change: AccessChange, held: Held): boolean {
  const named = (['workshopId', 'participantId', 'deviceId', 'userId', 'sessionId'] as const).filter(
    (field) => change[field] !== undefined,
  );
  return named.length > 0 && named.every((field) => change[field] === held[field]);
}
