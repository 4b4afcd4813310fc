import { ButtonLink } from '@/components/ui/button-link';
import { evidencePaths } from '@/lib/api/evidence-contracts';
import { nlReader } from '@/lib/messages/nl-evidence';
import styles from './reader.module.css';

/** An address of a section or a passage that is not there. */
export function NoSection({ workshopId }: { workshopId: string }) {
  return (
    <div className={styles.page}>
      <h1>{nlReader.missingTitle}</h1>
      <p>{nlReader.missingText}</p>
      <div>
        <ButtonLink href={evidencePaths.reader(workshopId)}>{nlReader.toSources}</ButtonLink>
      </div>
    </div>
  );
}
