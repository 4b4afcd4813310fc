'use client';
import { useEffect, useRef } from 'react';
import { ButtonLink } from '@/components/ui/button-link';
import type { ByeReason } from '@/lib/api/contracts';
import { paths } from '@/lib/api/contracts';
import { nlPlain } from '@/lib/messages/nl';
import { nlJoin } from '@/lib/messages/nl-join';
import { nlWorkshop } from '@/lib/messages/nl-workshop';
import styles from './goodbye.module.css';
import { HelpNumbers } from './help-numbers';

/** What is left of a page when its person may no longer see it: a sentence, and nothing of the workshop. */
export function Goodbye({ reason }: { reason: ByeReason }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const { title, text } = nlWorkshop.bye[reason];
  return (
    <div className={styles.goodbye}>
      <h1 ref={heading} tabIndex={-1}>
        {title}
      </h1>
      <p>{text}</p>
      <p>
        {reason === 'someone-else' ? (
          <ButtonLink href={paths.join}>{nlJoin.pageTitle}</ButtonLink>
        ) : (
          <ButtonLink href={paths.home}>{nlPlain.toHome}</ButtonLink>
        )}
      </p>
      <HelpNumbers />
    </div>
  );
}
