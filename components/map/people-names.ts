import type { WorkshopState } from '@/lib/api/contracts';
import { nlMap } from '@/lib/messages/nl-map';

/** The name to show for the key of somebody who did something; people who were removed keep what they did. */
export function nameOf({ people, me }: Pick<WorkshopState, 'people' | 'me'>, key: string): string {
  if (key === me.key) return me.name;
  return people.find(({ id }) => key.endsWith(`:${id}`))?.name ?? nlMap.somebody;
}
