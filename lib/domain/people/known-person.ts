import type { ParticipantRole } from './viewer';

/**
 * [P6] Whether a link leads back to the person this browser already is. Only an observer with a participant link
 * becomes somebody new: the link gives more than that person may.
 */
export function leadsToSamePerson(known: ParticipantRole, link: ParticipantRole): boolean {
  return known === link || known === 'participant';
}
