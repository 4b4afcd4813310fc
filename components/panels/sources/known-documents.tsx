import { Card } from '@/components/ui/card';
import type { SourceView } from '@/lib/api/evidence-contracts';
import { KNOWN_DOCUMENTS, NOT_SUPPLIED } from '@/lib/domain/documents/known-documents';
import { nlSources } from '@/lib/messages/nl-sources';
import styles from './sources.module.css';

/** What the schema rests on and this installation lacks: what can be imported, and what nobody can. */
export function KnownDocuments({ sources }: { sources: SourceView[] }) {
  const here = new Set(sources.map(({ slug }) => slug));
  const todo = KNOWN_DOCUMENTS.filter(({ slug }) => !here.has(slug));
  return (
    <>
      <Card id="nog-niet" title={nlSources.todoTitle}>
        {todo.length === 0 ? (
          <p>{nlSources.allHere}</p>
        ) : (
          <>
            <p>{nlSources.todoText}</p>
            <ul className={styles.plain}>
              {todo.map(({ slug, title }) => (
                <li key={slug}>{title}</li>
              ))}
            </ul>
          </>
        )}
      </Card>
      <Card id="niet-beschikbaar" title={nlSources.notSuppliedTitle} tone="sunk">
        <p>{nlSources.notSuppliedText}</p>
        <ul className={styles.plain}>
          {NOT_SUPPLIED.map((title) => (
            <li key={title}>{title}</li>
          ))}
        </ul>
      </Card>
    </>
  );
}
