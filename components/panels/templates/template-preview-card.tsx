'use client';
import { useEffect, useRef } from 'react';
import { Alert } from '@/components/ui/alert';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import type { TemplatePreview } from '@/lib/api/template-contracts';
import { nlCommon } from '@/lib/messages/nl';
import { nlTemplates } from '@/lib/messages/nl-templates';
import styles from './templates.module.css';

const colours: Readonly<Record<string, string>> = nlCommon.colours;

/** What a template file holds, and the choice to take it up. */
export function TemplatePreviewCard({
  preview,
  busy,
  onTake,
  onDiscard,
}: {
  preview: TemplatePreview & { ok: true };
  busy: boolean;
  onTake: () => void;
  onDiscard: () => void;
}) {
  const { title, slug, version, source, place, layers, totals } = preview;
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const counts = nlTemplates.totals(totals.layers, totals.blocks, totals.points, totals.interventionPoints);
  return (
    <Card>
      <h2 ref={heading} tabIndex={-1}>
        {nlTemplates.previewTitle}
      </h2>
      <div className={styles.about}>
        <p className={styles.name}>{title}</p>
        <p className={styles.soft}>{nlTemplates.name(slug, version)}</p>
        <p className={styles.soft}>{source}</p>
      </div>
      <ul className={styles.totals}>
        {counts.map((words) => (
          <li key={words}>{words}</li>
        ))}
      </ul>
      {place !== 'new' && (
        <Alert kind={place === 'same' ? 'info' : 'warning'}>
          <p>{nlTemplates[place]}</p>
        </Alert>
      )}
      <div className={styles.actions}>
        {place === 'new' && (
          <Button variant="primary" busy={busy} onClick={onTake}>
            {nlTemplates.take}
          </Button>
        )}
        <Button onClick={onDiscard} disabled={busy}>
          {nlTemplates.discard}
        </Button>
      </div>
      <ul className={styles.layers}>
        {layers.map(({ section, name, colour, blocks, points }) => (
          <li key={section}>
            <span>
              <strong>{section}</strong> {name}
            </span>
            <span className={styles.soft}>
              {nlTemplates.layer(blocks, points)} · {colours[colour]}
            </span>
          </li>
        ))}
      </ul>
    </Card>
  );
}
