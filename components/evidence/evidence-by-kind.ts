import type { ElementEvidence } from '@/lib/api/evidence-contracts';
import type { FactCardView, PassageView, QuotePinView, WorkshopMap } from '@/lib/api/map-contracts';
import { EVIDENCE_KINDS, type EvidenceKind } from '@/lib/domain/evidence/parsed-source';

/** A quote at an element: of the sources, pinned by somebody, or both. */
export type QuoteHere = { passage: PassageView; pin: QuotePinView | null };
export type EvidenceOfKind = { kind: EvidenceKind; facts: FactCardView[]; quotes: QuoteHere[] };

/** [ES8] Kinds stand in the order of the alphabet: an order that says nothing about their worth. */
export const KINDS_IN_ORDER: readonly EvidenceKind[] = [...EVIDENCE_KINDS].sort((a, b) => a.localeCompare(b));

/** What somebody said is experience, also where research writes it down. */
const kindOf = ({ kind, evidence }: PassageView): EvidenceKind => (kind === 'quote' ? 'ervaring' : evidence);

/** [ES8] All that an element rests on, by kind; every kind has its place, also when it is empty. */
export function evidenceByKind(
  elementId: string,
  evidence: Pick<ElementEvidence, 'quotes'> | null,
  map: Pick<WorkshopMap, 'facts' | 'pins'> | null,
): EvidenceOfKind[] {
  const facts = map?.facts.filter((fact) => fact.elementId === elementId) ?? [];
  const pins = map?.pins.filter((pin) => pin.elementId === elementId) ?? [];
  const quotes = quotesHere(evidence?.quotes ?? [], pins);
  return KINDS_IN_ORDER.map((kind) => ({
    kind,
    facts: facts.filter((fact) => fact.kind === kind),
    quotes: quotes.filter(({ passage }) => kindOf(passage) === kind),
  }));
}

/** What people pinned comes first; each quote once. */
function quotesHere(quotes: readonly PassageView[], pins: readonly QuotePinView[]): QuoteHere[] {
  const pinned = new Set(pins.map(({ passage }) => passage.id));
  return [
    ...pins.map((pin) => ({ passage: pin.passage, pin })),
    ...quotes.filter(({ id }) => !pinned.has(id)).map((passage) => ({ passage, pin: null })),
  ];
}
