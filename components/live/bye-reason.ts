import { nlWorkshop } from '@/lib/messages/nl-workshop';

/** Why a stream ended for good. */
export type ByeReason = keyof typeof nlWorkshop.bye;

export function isByeReason(value: string): value is ByeReason {
  return Object.hasOwn(nlWorkshop.bye, value);
}
