'use client';
import type { WorkshopState } from '@/lib/api/contracts';
import type { PassageView, WorkshopMap } from '@/lib/api/map-contracts';
import type { Template } from '@/lib/domain/template/template';

export type EvidenceSectionProps = {
  workshopId: string;
  /** an element, an intervention point or an own point of the group */
  elementId: string;
  template: Template;
  state: WorkshopState;
  /** null while it is fetched */
  map: WorkshopMap | null;
  canWrite: boolean;
  /** absent where no note can be made; then the button is absent too */
  onQuoteToNote?: (passage: PassageView) => void;
};

/** What an element rests on: full wording, explanation, quotes, chapters, fact cards. Headings start at h3. */
export function EvidenceSection({ elementId }: EvidenceSectionProps) {
  return <div data-evidence={elementId} />;
}
