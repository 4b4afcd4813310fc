import { ButtonLink } from '@/components/ui/button-link';
import { evidencePaths } from '@/lib/api/evidence-contracts';
import { nlEvidence } from '@/lib/messages/nl-evidence';
import styles from './evidence.module.css';

/** [ES5] A source this installation lacks: what that means, and what who looks can do about it. */
export function NotImported({
  source,
  facilitator,
}: {
  source: keyof typeof nlEvidence.missing;
  facilitator: boolean;
}) {
  return (
    <div className={styles.notHere}>
      <p>
        <strong className={styles.badge}>{nlEvidence.notImported}</strong> {nlEvidence.missing[source]}
        {!facilitator && ` ${nlEvidence.importAsk}`}
      </p>
      {facilitator && <ButtonLink href={evidencePaths.sourcesPage}>{nlEvidence.importLink}</ButtonLink>}
    </div>
  );
}
