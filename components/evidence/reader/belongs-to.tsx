import { evidencePaths } from '@/lib/api/evidence-contracts';
import { nlReader } from '@/lib/messages/nl-evidence';
import styles from './reader.module.css';

const FIRST = 6;

export type NamedElement = { id: string; label: string };

function Elements({ workshopId, elements }: { workshopId: string; elements: readonly NamedElement[] }) {
  return (
    <ul className={styles.elements}>
      {elements.map(({ id, label }) => (
        <li key={id}>
          <a href={evidencePaths.element(workshopId, id)}>{label}</a>
        </li>
      ))}
    </ul>
  );
}

/** The way back: elements of the schema that this part of a source is evidence for. */
export function BelongsTo({ workshopId, elements }: { workshopId: string; elements: readonly NamedElement[] }) {
  if (elements.length === 0) return null;
  const isLong = elements.length > FIRST + 1;
  return (
    <section className={styles.belongs} aria-labelledby="hoort-bij">
      <h2 id="hoort-bij">{nlReader.belongsTo}</h2>
      {isLong ? (
        <details>
          <summary>{nlReader.showAllElements(elements.length)}</summary>
          <Elements workshopId={workshopId} elements={elements} />
        </details>
      ) : (
        <Elements workshopId={workshopId} elements={elements} />
      )}
    </section>
  );
}
