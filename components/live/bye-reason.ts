import type { ByeReason } from '@/lib/api/contracts';
import { nlWorkshop } from '@/lib/messages/nl-workshop';

export function isByeReason(value: string): value is ByeReason {
  return Object.hasOwn(nlWorkshop.bye, value);
}
