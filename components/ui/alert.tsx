import type { ReactNode } from 'react';
import styles from './alert.module.css';

export type AlertKind = 'info' | 'ok' | 'warning' | 'error';

/** A message in the page. `live` announces it; errors interrupt, the rest waits. */
export function Alert({
  kind,
  title,
  live = false,
  children,
}: {
  kind: AlertKind;
  title?: string;
  live?: boolean;
  children?: ReactNode;
}) {
  const role = live ? (kind === 'error' ? 'alert' : 'status') : undefined;
  return (
    <div className={`${styles.alert} ${styles[kind]}`} role={role}>
      {title && <p className={styles.title}>{title}</p>}
      {children}
    </div>
  );
}
