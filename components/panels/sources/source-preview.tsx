'use client';
import { useEffect, useRef } from 'react';
import { Alert } from '@/components/ui/alert';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import type { SourcePreview as Preview } from '@/lib/api/evidence-contracts';
import { EVIDENCE_KIND_WORDS, importTotals, nlImportCommand, SOURCE_KIND_WORDS } from '@/lib/messages/nl-import';
import { nlSources } from '@/lib/messages/nl-sources';
import { DoubtfulLines } from './doubtful-lines';
import { SectionCounts } from './section-counts';
import styles from './sources.module.css';

function InSchema({ report }: { report: Preview['report'] }) {
  const { anchored, missingDocuments } = report;
  return (
    <>
      <h3>{nlSources.anchoredTitle}</h3>
      <p>{nlImportCommand.anchored(anchored)}</p>
      {anchored.without.length > 0 ? (
        <details className={styles.node}>
          <summary>{nlSources.withoutTitle(anchored.without.length)}</summary>
          <ul className={styles.ids}>
            {anchored.without.map((id) => (
              <li key={id}>{id}</li>
            ))}
          </ul>
        </details>
      ) : (
        anchored.points + anchored.headings + anchored.interventionPoints > 0 && <p>{nlSources.withoutNone}</p>
      )}
      {missingDocuments.length > 0 && (
        <>
          <h3>{nlSources.missingTitle}</h3>
          <p>{nlSources.missingText}</p>
          <ul className={styles.plain}>
            {missingDocuments.map((title) => (
              <li key={title}>{title}</li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}

/** What an import would store, and the choice to do so. It takes the focus: it is the answer to choosing a file. */
export function SourcePreview({
  preview,
  fileName,
  busy,
  onTake,
  onDiscard,
}: {
  preview: Preview;
  fileName: string;
  busy: boolean;
  onTake: () => void;
  onDiscard: () => void;
}) {
  const { report, version, same } = preview;
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <Card>
      <div className={styles.preview}>
        <h2 ref={heading} tabIndex={-1}>
          {nlSources.previewTitle}
        </h2>
        <div className={styles.about}>
          <p className={styles.sourceTitle}>{report.title}</p>
          <p className={styles.soft}>
            {SOURCE_KIND_WORDS[report.kind]} · {nlSources.kindOfEvidence(EVIDENCE_KIND_WORDS[report.evidence])}
            {report.dated && ` · ${report.dated}`}
          </p>
          <p className={styles.soft}>{nlSources.fileName(fileName)}</p>
        </div>
        <ul className={styles.totals}>
          {importTotals(report.totals).map((words) => (
            <li key={words}>{words}</li>
          ))}
        </ul>
        {same && (
          <Alert kind="info">
            <p>{nlSources.same}</p>
          </Alert>
        )}
        <p>
          {nlSources.willBe(version)} {version > 1 && nlSources.keepsOld}
        </p>
        <div className={styles.actions}>
          <Button variant="primary" busy={busy} onClick={onTake}>
            {nlSources.take}
          </Button>
          <Button onClick={onDiscard} disabled={busy}>
            {nlSources.discard}
          </Button>
        </div>
        <h3>{nlSources.countsTitle}</h3>
        <p className={styles.soft}>{nlSources.countsHint}</p>
        <SectionCounts sections={report.chapters} />
        <h3>{nlSources.doubtfulTitle(report.doubtful.length)}</h3>
        <DoubtfulLines lines={report.doubtful} />
        <InSchema report={report} />
      </div>
    </Card>
  );
}
