import type { ReactNode } from 'react';
import { Alert } from '@/components/ui/alert';
import { Button } from '@/components/ui/button';
import { evidencePaths, type SearchAnswer, type SearchHit } from '@/lib/api/evidence-contracts';
import { nlSearch } from '@/lib/messages/nl-search';
import { MarkedText } from './marked-text';
import styles from './search.module.css';
import type { SearchState } from './use-search';

export type OpenHit = (hit: SearchHit) => boolean;

function Hit({ workshopId, hit, onOpen }: { workshopId: string; hit: SearchHit; onOpen: OpenHit }) {
  const { elementId, sectionId } = hit.opens;
  const href = elementId
    ? evidencePaths.element(workshopId, elementId)
    : sectionId && evidencePaths.section(workshopId, sectionId);
  const isPart = hit.excerpt === hit.title;
  const title = isPart ? <MarkedText text={hit.excerpt} marks={hit.marks} /> : hit.title;
  return (
    <li className={styles.hit} data-kind={hit.kind}>
      {href ? (
        <a
          href={href}
          onClick={(event) => {
            const plain = !(event.metaKey || event.ctrlKey || event.shiftKey) && event.button === 0;
            if (plain && onOpen(hit)) event.preventDefault();
          }}
        >
          {title}
        </a>
      ) : (
        <strong>{title}</strong>
      )}
      {!isPart && (
        <p className={styles.excerpt}>
          <MarkedText text={hit.excerpt} marks={hit.marks} />
        </p>
      )}
      <p className={styles.where}>
        {hit.where}
        {hit.kind === 'quote' && <span className={styles.label}>{nlSearch.quoteLabel}</span>}
      </p>
    </li>
  );
}

function Found({ workshopId, answer, onOpen }: { workshopId: string; answer: SearchAnswer; onOpen: OpenHit }) {
  const groups = answer.groups.filter(({ hits }) => hits.length > 0);
  if (groups.length === 0) return <p>{nlSearch.none(answer.query)}</p>;
  return (
    <>
      {answer.instead && <p>{nlSearch.instead(answer.instead)}</p>}
      {groups.map(({ kind, total, hits }) => (
        <section key={kind} className={styles.group} aria-label={nlSearch.kinds[kind]}>
          <h3>
            {nlSearch.kinds[kind]} <span className={styles.count}>({total})</span>
          </h3>
          <ul>
            {hits.map((hit) => (
              <Hit key={hit.id} workshopId={workshopId} hit={hit} onOpen={onOpen} />
            ))}
          </ul>
          {total > hits.length && <p className={styles.where}>{nlSearch.more(hits.length, total)}</p>}
        </section>
      ))}
    </>
  );
}

/** What was found, grouped by kind; the links open in place where they can. */
export function SearchResults({
  workshopId,
  state,
  again,
  onOpen,
}: {
  workshopId: string;
  state: SearchState;
  again: () => void;
  onOpen: OpenHit;
}): ReactNode {
  if (state.phase === 'idle') return <p className={styles.quiet}>{nlSearch.start}</p>;
  if (state.phase === 'failed')
    return (
      <Alert kind="error" live>
        <p>{state.message}</p>
        <Button onClick={again}>{nlSearch.again}</Button>
      </Alert>
    );
  const answer = state.phase === 'found' ? state.answer : state.before;
  return (
    <div aria-busy={state.phase === 'busy'} className={styles.found}>
      {answer && <Found workshopId={workshopId} answer={answer} onOpen={onOpen} />}
    </div>
  );
}
