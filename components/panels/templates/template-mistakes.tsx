'use client';
import { useEffect, useRef } from 'react';
import { Card } from '@/components/ui/card';
import type { TemplatePreview } from '@/lib/api/template-contracts';
import { nlTemplates } from '@/lib/messages/nl-templates';
import styles from './templates.module.css';

/** Every mistake with its line and its rule, in the order of the file. */
export function TemplateMistakes({ preview }: { preview: TemplatePreview & { ok: false } }) {
  const { mistakes, more } = preview;
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <Card>
      <h2 ref={heading} tabIndex={-1}>
        {nlTemplates.wrongTitle(mistakes.length + more)}
      </h2>
      <p>{nlTemplates.wrongText}</p>
      <ol className={styles.mistakes}>
        {mistakes.map(({ line, sentence, rule, path }, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: an answer never changes, and one place may break two rules alike
          <li key={at}>
            <span>{nlTemplates.mistake(line, sentence)}</span>{' '}
            <span className={styles.soft}>{nlTemplates.rule(rule, path)}</span>
          </li>
        ))}
      </ol>
      {more > 0 && <p>{nlTemplates.more(more)}</p>}
    </Card>
  );
}
