import type { RoundView, WorkshopState } from '@/lib/api/contracts';
import { nlWorkshop } from '@/lib/messages/nl-workshop';

const words = nlWorkshop.news;

function roundNews(before: RoundView | undefined, now: RoundView): string[] {
  if (!before) return now.phase === 'open' ? [words.roundOpened] : [];
  if (before.phase === now.phase) return [];
  if (now.phase === 'closing') return [words.roundClosing];
  return now.phase === 'closed' ? [words.roundClosed] : [];
}

/** What changed between two states, in sentences worth saying aloud. */
export function newsSince(before: WorkshopState, now: WorkshopState): string[] {
  const known = new Set(before.people.map(({ id }) => id));
  const joined = now.people.filter(({ id }) => !known.has(id)).length;
  return [
    ...now.rounds.flatMap((round) =>
      roundNews(
        before.rounds.find(({ id }) => id === round.id),
        round,
      ),
    ),
    ...(joined > 0 ? [words.joined(joined)] : []),
    ...(!before.closedAt && now.closedAt ? [words.workshopClosed] : []),
  ];
}
