import type { ReactNode } from 'react';
import styles from './card.module.css';

/** A sheet of paper with a heading. */
export function Card({
  title,
  id,
  tone = 'plain',
  children,
}: {
  title?: string;
  id?: string;
  tone?: 'plain' | 'sunk';
  children: ReactNode;
}) {
  return (
    <section
      className={`${styles.card} ${tone === 'sunk' ? styles.sunk : ''}`}
      aria-labelledby={title && id ? id : undefined}
    >
      {title && <h2 id={id}>{title}</h2>}
      {children}
    </section>
  );
}
