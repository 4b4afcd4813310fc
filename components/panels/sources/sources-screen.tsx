'use client';
import { useState } from 'react';
import { Card } from '@/components/ui/card';
import { paths } from '@/lib/api/contracts';
import type { SourceView } from '@/lib/api/evidence-contracts';
import { nlSources } from '@/lib/messages/nl-sources';
import { ImportSource } from './import-source';
import { KnownDocuments } from './known-documents';
import { SourceList } from './source-list';
import styles from './sources.module.css';

/** /bronnen: the documents of this installation. */
export function SourcesScreen({ sources: given }: { sources: SourceView[] }) {
  const [sources, setSources] = useState(given);
  const add = (source: SourceView) =>
    setSources((known) => [
      source,
      ...known.map((one) => (one.slug === source.slug ? { ...one, newest: false } : one)),
    ]);
  return (
    <>
      <div className={styles.head}>
        <h1>{nlSources.title}</h1>
        <p className={styles.lead}>{nlSources.lead}</p>
        <a href={paths.home}>{nlSources.toHome}</a>
      </div>
      <div className={styles.columns}>
        <div className={styles.column}>
          <ImportSource onImported={add} />
        </div>
        <div className={styles.column}>
          <Card id="opgenomen" title={nlSources.listTitle}>
            <SourceList sources={sources} />
          </Card>
          <KnownDocuments sources={sources} />
        </div>
      </div>
    </>
  );
}
