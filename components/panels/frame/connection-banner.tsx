import type { Connection } from '@/components/live/use-workshop-state';
import { nlWorkshop } from '@/lib/messages/nl-workshop';
import styles from './connection-banner.module.css';

/** Says that the page no longer follows; it stands where it is seen without covering anything. */
export function ConnectionBanner({ connection }: { connection: Connection }) {
  return (
    <div role="alert" className={`${styles.place} no-print`}>
      {connection === 'lost' && <p className={styles.banner}>{nlWorkshop.connectionLost}</p>}
    </div>
  );
}
