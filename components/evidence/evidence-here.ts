import type { WorkshopState } from '@/lib/api/contracts';
import type { AbbreviationView } from '@/lib/api/evidence-contracts';
import type { PassageView } from '@/lib/api/map-contracts';

/** What every part of an element's evidence needs to know. */
export type EvidenceHere = {
  workshopId: string;
  elementId: string;
  state: WorkshopState;
  canWrite: boolean;
  abbreviations: readonly AbbreviationView[];
  onQuoteToNote: ((passage: PassageView) => Promise<boolean>) | undefined;
  /** the map changed by what this person did */
  onChanged: () => void;
};

/** [ES10] What somebody added is theirs to change, and the facilitator's; the server decides again. */
export function mayChange({ state, canWrite }: Pick<EvidenceHere, 'state' | 'canWrite'>, author: string): boolean {
  return canWrite && (state.me.role === 'facilitator' || state.me.key === author);
}
