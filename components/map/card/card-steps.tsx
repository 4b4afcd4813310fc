'use client';
import type { DirectStep, DirectSteps } from '@/lib/domain/graph/direct-steps';
import type { GraphEdge, Reason } from '@/lib/domain/graph/schema-graph';
import { nlGuide } from '@/lib/messages/nl-guide';
import { nlMap } from '@/lib/messages/nl-map';
import { ElementLink } from '../element-link';
import { inWords } from '../element-names';
import { useMapData } from '../map-data';
import styles from './card.module.css';

const words = nlMap.card;

/** What the source says about a relation besides its words: together, possibly, as somebody reads it. */
function Marks({
  joint,
  modality,
  certainty,
  direction,
}: Pick<GraphEdge, 'joint' | 'modality' | 'certainty'> & { direction?: GraphEdge['direction'] }) {
  return (
    <>
      {direction === 'down' && <span className={styles.mark}>{nlGuide.harmDown}</span>}
      {joint && (
        <span className={styles.mark} title={words.jointHint}>
          {words.joint}
        </span>
      )}
      {modality === 'can' && <span className={styles.mark}>{words.can}</span>}
      {certainty !== 'stated' && (
        <span className={styles.mark} title={nlGuide.certaintyHint[certainty]}>
          {nlGuide.certainty[certainty]}
        </span>
      )}
    </>
  );
}

function Because({ reason }: { reason: Reason }) {
  const { schema } = useMapData();
  const names = reason.together.map((id) => schema?.nameOf(id)?.label).filter((name) => name !== undefined);
  return (
    <li>
      {reason.label || nlGuide.drawnOnly}
      {names.length > 0 && `. ${nlGuide.together(names)}`}
    </li>
  );
}

function Step({ id, edge }: { id: string; edge: GraphEdge }) {
  const { schema } = useMapData();
  const name = schema?.nameOf(id);
  if (!name) return null;
  return (
    <li>
      <p>
        <ElementLink elementId={id}>{inWords(name)}</ElementLink> <Marks {...edge} />
      </p>
      <ul className={styles.because}>
        {edge.because.map((reason) => (
          <Because key={`${reason.relationId}${reason.label}`} reason={reason} />
        ))}
      </ul>
    </li>
  );
}

function StepList({ steps }: { steps: readonly DirectStep[] }) {
  return (
    <ul className={styles.steps}>
      {steps.map(({ id, edge }) => (
        <Step key={edge.id} id={id} edge={edge} />
      ))}
    </ul>
  );
}

/** Steps to neighbours as links, in the words of the source; those of the layer around it apart. */
export function CardSteps({ steps: { steps, inWords: statements }, none }: { steps: DirectSteps; none: string }) {
  const { schema } = useMapData();
  const own = steps.filter(({ via }) => via === null);
  const borrowed = steps.filter(({ via }) => via !== null);
  const layer = borrowed[0]?.via;
  const layerName = layer ? schema?.nameOf(layer) : null;
  if (steps.length + statements.length === 0) return <p className={styles.soft}>{none}</p>;
  return (
    <>
      {own.length > 0 && <StepList steps={own} />}
      {borrowed.length > 0 && (
        <>
          {layerName && <p className={styles.soft}>{words.viaLayer(inWords(layerName))}</p>}
          <StepList steps={borrowed} />
        </>
      )}
      {statements.length > 0 && (
        <ul className={styles.because}>
          {statements.map((statement) => (
            <li key={statement.relationId}>
              {statement.label} <Marks joint={false} modality={statement.modality} certainty={statement.certainty} />
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
