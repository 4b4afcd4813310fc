import type { Ref } from 'react';
import type { OwnPointView } from '@/lib/api/map-contracts';
import type { ElementFacts } from '@/lib/domain/graph/describe-element';
import { nlGuide } from '@/lib/messages/nl-guide';
import { nlMap } from '@/lib/messages/nl-map';
import { ElementLink } from '../element-link';
import { type ElementName, inWords } from '../element-names';
import styles from './card.module.css';

const words = nlMap.card;

function Path({ path }: { path: ElementFacts['path'] }) {
  if (path.length === 0) return null;
  return (
    <nav aria-label={words.path} className={styles.path}>
      <ol>
        {path.map((crumb) => (
          <li key={crumb.id}>
            {crumb.kind === 'cluster' ? (
              <span>
                {words.kinds.cluster} {inWords(crumb)}
              </span>
            ) : (
              <ElementLink elementId={crumb.id}>{inWords(crumb)}</ElementLink>
            )}
          </li>
        ))}
      </ol>
    </nav>
  );
}

/** What it is: where it belongs, its original words, and our explanation beside it. */
export function CardHead({
  name,
  facts,
  own,
  author,
  explanation,
  headingRef,
}: {
  name: ElementName;
  /** null for a point of the group */
  facts: ElementFacts | null;
  own: OwnPointView | null;
  author: string;
  explanation: string | null;
  headingRef: Ref<HTMLHeadingElement>;
}) {
  const isBall = name.kind === 'intervention' || name.kind === 'own';
  return (
    <div className={styles.head}>
      {facts && <Path path={facts.path} />}
      <p className={styles.kind}>
        <span>{words.kinds[name.kind]}</span>
        {own && <strong className={styles.notFromReport}>{words.notFromReport}</strong>}
      </p>
      <h2 ref={headingRef} tabIndex={-1} className={styles.title} title={own ? undefined : words.original}>
        {name.number !== '' && (
          <>
            <span className={isBall ? `${styles.ball} ${own ? styles.ownBall : ''}` : styles.number}>
              {name.number}
            </span>{' '}
          </>
        )}
        {facts?.poles ? (
          <>
            {facts.poles.left} <em>{nlMap.dilemma.between}</em> {facts.poles.right}
          </>
        ) : (
          name.label
        )}
      </h2>
      {name.kind === 'point' && <p className={styles.soft}>{words.summary}</p>}
      {own && <p className={styles.soft}>{words.madeBy(author)}</p>}
      {own?.explanation && <p>{own.explanation}</p>}
      {explanation && (
        <div className={styles.explanation}>
          <p className={styles.explanationMark}>{nlGuide.explanation.label}</p>
          <p>{explanation}</p>
        </div>
      )}
    </div>
  );
}
