import { ButtonLink } from '@/components/ui/button-link';
import { Card } from '@/components/ui/card';
import { paths, type WorkshopState } from '@/lib/api/contracts';
import { evidencePaths, type SourceContents } from '@/lib/api/evidence-contracts';
import { nlEvidence, nlReader } from '@/lib/messages/nl-evidence';
import { KindName } from '../kind-name';
import { ContentsTree } from './contents-tree';
import { FoldAll } from './fold-all';
import styles from './reader.module.css';

/** The place of a document on the shelf, for links to it. */
export function documentElementId(slug: string): string {
  return `bron-${slug}`;
}

function Source({ workshopId, source }: { workshopId: string; source: SourceContents }) {
  return (
    <Card id={documentElementId(source.slug)} title={source.title}>
      <p className={styles.soft}>{nlReader.about(source.kind, source.dated, source.version)}</p>
      <p className={styles.facts}>
        <KindName kind={source.evidence}>{nlEvidence.kinds[source.evidence]}</KindName>
        {source.totals.quotes > 0 && <span>{nlEvidence.quotes(source.totals.quotes)}</span>}
      </p>
      <nav aria-label={nlReader.contents(source.title)} data-contents="">
        <ContentsTree workshopId={workshopId} nodes={source.contents} />
      </nav>
    </Card>
  );
}

function Empty({ facilitator }: { facilitator: boolean }) {
  return (
    <Card id="leeg" title={nlReader.emptyTitle}>
      <p>
        {nlReader.emptyText} {!facilitator && nlReader.emptyAsk}
      </p>
      {facilitator && (
        <div>
          <ButtonLink variant="primary" href={evidencePaths.sourcesPage}>
            {nlReader.emptyFacilitator}
          </ButtonLink>
        </div>
      )}
    </Card>
  );
}

/** All documents with their contents: where reading begins. */
export function SourceShelf({ state, sources }: { state: WorkshopState; sources: readonly SourceContents[] }) {
  return (
    <div className={styles.page}>
      <div className={styles.heading}>
        <p className={styles.workshop}>
          <a href={paths.workshop(state.id)}>{state.title}</a>
        </p>
        <h1>{nlReader.title}</h1>
        {sources.length > 0 && <p>{nlReader.lead}</p>}
      </div>
      {sources.length === 0 && <Empty facilitator={state.me.role === 'facilitator'} />}
      {sources.length > 0 && <FoldAll />}
      {sources.map((source) => (
        <Source key={source.id} workshopId={state.id} source={source} />
      ))}
    </div>
  );
}
