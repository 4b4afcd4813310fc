import type { ReactNode } from 'react';
import { paths } from '@/lib/api/contracts';
import { nlCommon } from '@/lib/messages/nl';
import { LeaveButton } from '../leave/leave-button';
import { BrandMark } from './brand-mark';
import styles from './page-frame.module.css';

/** The frame of every page but the workshop: name, way out, one main. */
export function PageFrame({
  leave = true,
  narrow = false,
  actions,
  children,
}: {
  leave?: boolean;
  narrow?: boolean;
  actions?: ReactNode;
  children: ReactNode;
}) {
  return (
    <>
      <a className="skip-link" href="#inhoud">
        {nlCommon.skip}
      </a>
      <header className={styles.header}>
        <a className={styles.brand} href={paths.home}>
          <BrandMark />
          <span className={styles.product}>{nlCommon.product}</span>
        </a>
        <div className={styles.actions}>
          {actions}
          {leave && <LeaveButton />}
        </div>
      </header>
      <main id="inhoud" tabIndex={-1} className={`${styles.main} ${narrow ? styles.narrow : ''}`}>
        {children}
      </main>
    </>
  );
}
