import type { ReactNode } from 'react';
import type { EvidenceKind } from '@/lib/domain/evidence/parsed-source';
import styles from './kind-name.module.css';

/** Of one size and weight: no kind looks more than another. */
const SHAPES: Record<EvidenceKind, ReactNode> = {
  cijfer: <path d="M4 20V11M12 20V4M20 20v-6" />,
  ervaring: <path d="M4 5h16v11h-9l-5 4v-4H4z" />,
  onderzoek: <path d="M10.5 4a6.5 6.5 0 1 0 0 13a6.5 6.5 0 1 0 0-13M15.5 15.5L21 21" />,
};

/** A kind of evidence: a shape with its word. */
export function KindName({ kind, children }: { kind: EvidenceKind; children: ReactNode }) {
  return (
    <span className={styles.kind} data-kind={kind}>
      <svg className={styles.shape} viewBox="0 0 24 24" aria-hidden="true" focusable="false">
        {SHAPES[kind]}
      </svg>
      <span>{children}</span>
    </span>
  );
}
