import { paths } from '@/lib/api/contracts';
import type { Template } from '@/lib/domain/template/template';
import { nlCommon } from '@/lib/messages/nl';
import { nlList } from '@/lib/messages/nl-workshop';
import { LayerSection } from './layer-section';
import { ListActions } from './list-actions';
import { outlineTemplate } from './outline';
import styles from './schema-list.module.css';

/** The whole schema to read: the same data as the board, in the order of the source, without any drawing. */
export function SchemaList({ template, workshopId }: { template: Template; workshopId: string }) {
  const layers = outlineTemplate(template);
  return (
    <div className={styles.list} data-schema-list="">
      <div className={styles.intro}>
        <p>{nlList.lead}</p>
        <p>{nlList.interventionMeaning}</p>
        <nav aria-label={nlList.contents} className={styles.contents}>
          <ul>
            {layers.map(({ layer }) => (
              <li key={layer.id}>
                <a className={`${styles.chipLink} ${styles[layer.colour]}`} href={`#${layer.id}`}>
                  <span className={styles.number}>{layer.section}</span> {layer.essence}
                  <span className="visually-hidden"> ({nlCommon.colours[layer.colour]})</span>
                </a>
              </li>
            ))}
          </ul>
        </nav>
        <ListActions boardHref={paths.board(workshopId)} />
      </div>
      {layers.map((node) => <LayerSection key={node.layer.id} node={node} template={template} />)}
    </div>
  );
}
