import { createHmac } from 'node:crypto';

/** [B6] Whose ballot it is, readable only with the round's secret; emptying that secret cuts the tie for good. */
export function voterKey(voterSecret: Uint8Array, participantId: string): string {
  return createHmac('sha256', voterSecret).update(participantId).digest('hex');
}
