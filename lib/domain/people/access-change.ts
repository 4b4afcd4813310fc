import { z } from 'zod';
import type { Viewer } from './viewer';

/** What goes over NOTIFY access_changed. A field that is present narrows whom it concerns. */
export const AccessChangeSchema = z.object({
  reason: z.enum(['removed', 'signed-out', 'someone-else', 'workshop-closed']),
  workshopId: z.string().optional(),
  participantId: z.string().optional(),
  deviceId: z.string().optional(),
  userId: z.string().optional(),
  /** one signed-in browser; the same user elsewhere stays in */
  sessionId: z.string().optional(),
});
export type AccessChange = z.infer<typeof AccessChangeSchema>;
export type AccessChangeReason = AccessChange['reason'];

type Held = Pick<Viewer, 'workshopId' | 'participantId' | 'deviceId' | 'userId' | 'sessionId'>;

/** [P12] Whether somebody who is inside has to be looked at again: every field the change names is theirs. */
export function concerns(change: AccessChange, held: Held): boolean {
  const named = (['workshopId', 'participantId', 'deviceId', 'userId', 'sessionId'] as const).filter(
    (field) => change[field] !== undefined,
  );
  return named.length > 0 && named.every((field) => change[field] === held[field]);
}
