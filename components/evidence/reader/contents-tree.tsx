import { type ContentsNode, evidencePaths } from '@/lib/api/evidence-contracts';
import { nlEvidence, nlReader } from '@/lib/messages/nl-evidence';
import styles from './reader.module.css';

/** Headings of a document as links with their counts; what is below a heading folds out. Works without scripts. */
export function ContentsTree({ workshopId, nodes }: { workshopId: string; nodes: readonly ContentsNode[] }) {
  return (
    <ul className={styles.tree}>
      {nodes.map((node) => (
        <li key={node.id}>
          <a className={styles.treeLink} href={evidencePaths.section(workshopId, node.id)}>
            {nlEvidence.sectionName(node)}
          </a>{' '}
          {node.quotes > 0 && <span className={styles.soft}>({nlEvidence.quotes(node.quotes)})</span>}
          {node.children.length > 0 && (
            <details>
              <summary>
                {nlReader.subsections(node.children.length)}{' '}
                <span className="visually-hidden">{nlEvidence.sectionName(node)}</span>
              </summary>
              <ContentsTree workshopId={workshopId} nodes={node.children} />
            </details>
          )}
        </li>
      ))}
    </ul>
  );
}
