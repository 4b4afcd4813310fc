'use client';
import { useMemo } from 'react';
import { Alert } from '@/components/ui/alert';
import { Button } from '@/components/ui/button';
import type { WorkshopState } from '@/lib/api/contracts';
import type { PassageView, WorkshopMap } from '@/lib/api/map-contracts';
import type { Template } from '@/lib/domain/template/template';
import { nlEvidence } from '@/lib/messages/nl-evidence';
import { ChapterList } from './chapter-list';
import styles from './evidence.module.css';
import { evidenceByKind } from './evidence-by-kind';
import type { EvidenceHere } from './evidence-here';
import { Explanation, FullText } from './full-text';
import { KindGroup } from './kind-group';
import { useEvidence } from './use-evidence';

export type EvidenceSectionProps = {
  workshopId: string;
  /** an element, an intervention point or an own point of the group */
  elementId: string;
  template: Template;
  state: WorkshopState;
  /** null while it is fetched */
  map: WorkshopMap | null;
  canWrite: boolean;
  /** whether it became a note; absent where no note can be made, and then the button is absent too */
  onQuoteToNote?: (passage: PassageView) => Promise<boolean>;
  /** called after a change of this person's own, to fetch the map again at once */
  onChanged?: () => void;
};

type Place = 'heading' | 'point' | 'intervention' | 'own';

function placeOf({ layers, blocks, groups, points, interventionPoints }: Template, elementId: string): Place {
  const has = (list: readonly { id: string }[]): boolean => list.some(({ id }) => id === elementId);
  if (has(layers) || has(blocks)) return 'heading';
  if (has(interventionPoints)) return 'intervention';
  return has(groups) || has(points) ? 'point' : 'own';
}

const nothing = (): void => undefined;

/** What an element rests on: full wording, explanation, chapters, and per kind its facts and quotes. Headings are h3 and h4. */
export function EvidenceSection(props: EvidenceSectionProps) {
  const { workshopId, elementId, template, state, map, canWrite, onQuoteToNote, onChanged = nothing } = props;
  const place = useMemo(() => placeOf(template, elementId), [template, elementId]);
  const { evidence, problem, retry } = useEvidence(workshopId, place === 'own' ? null : elementId);
  const groups = useMemo(() => evidenceByKind(elementId, evidence, map), [elementId, evidence, map]);
  const here: EvidenceHere = {
    workshopId,
    elementId,
    state,
    canWrite,
    abbreviations: evidence?.abbreviations ?? [],
    onQuoteToNote,
    onChanged,
  };
  return (
    <div className={styles.evidence} data-evidence={elementId}>
      {place !== 'own' && !evidence && !problem && <p role="status">{nlEvidence.loading}</p>}
      {problem && (
        <Alert kind="error" title={nlEvidence.failed} live>
          <p>{problem}</p>
          <div>
            <Button onClick={retry}>{nlEvidence.retry}</Button>
          </div>
        </Alert>
      )}
      {evidence && place === 'intervention' && <Explanation evidence={evidence} here={here} />}
      {evidence && place !== 'intervention' && <FullText evidence={evidence} here={here} />}
      <section className={styles.part}>
        <h3>{nlEvidence.restsOn}</h3>
        <p className={styles.soft}>{nlEvidence.kindsAreEqual}</p>
        {groups.map((group) => (
          <KindGroup
            key={group.kind}
            group={group}
            here={here}
            missesFigures={place === 'heading' && map !== null && group.kind === 'cijfer' && group.facts.length === 0}
          />
        ))}
      </section>
      {evidence && (
        <ChapterList
          workshopId={workshopId}
          chapters={evidence.chapters}
          facilitator={state.me.role === 'facilitator'}
        />
      )}
    </div>
  );
}
