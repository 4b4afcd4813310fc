import type { ReactNode } from 'react';
import styles from './card.module.css';

/** One part of a card, to open and close; the heading is the handle. */
export function CardSection({
  title,
  count,
  open = true,
  children,
}: {
  title: string;
  count?: number | undefined;
  open?: boolean;
  children: ReactNode;
}) {
  return (
    <details className={styles.section} open={open}>
      <summary>
        <h3>{title}</h3>
        {count !== undefined && <span className={styles.count}>{count}</span>}
      </summary>
      <div className={styles.sectionBody}>{children}</div>
    </details>
  );
}
