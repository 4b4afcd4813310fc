import { nlLeave } from '@/lib/messages/nl';
import styles from './help-numbers.module.css';

/** Where to turn for help; on the pages where people come in and go out. */
export function HelpNumbers() {
  return (
    <aside className={styles.help} aria-labelledby="help">
      <h2 id="help">{nlLeave.helpTitle}</h2>
      <p>
        {nlLeave.danger}{' '}
        <a className={styles.number} href={`tel:${nlLeave.dangerNumber}`}>
          {nlLeave.dangerNumber}
        </a>
        .
      </p>
      <p>
        {nlLeave.help}{' '}
        <a className={styles.number} href={`tel:${nlLeave.helpNumber.replace('-', '')}`}>
          {nlLeave.helpNumber}
        </a>
        . {nlLeave.helpNote}
      </p>
      <p className={styles.soft}>{nlLeave.hint}</p>
    </aside>
  );
}
