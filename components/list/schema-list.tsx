import { paths } from '@/lib/api/contracts';
import type { Template } from '@/lib/domain/template/template';
import { nlList } from '@/lib/messages/nl-workshop';
import { LayerSection } from './layer-section';
import { ListActions } from './list-actions';
import { ListFading } from './list-fading';
import { LiveList } from './live-list';
import { outlineTemplate } from './outline';
import { LooseNotes, NotesOnPoints } from './place-notes';
import styles from './schema-list.module.css';

/** The whole schema to read: the same data as the board, in the order of the source, without any drawing. */
export function SchemaList({ template, workshopId }: { template: Template; workshopId: string }) {
  const layers = outlineTemplate(template);
  return (
    <div className={styles.list} data-schema-list="">
      <div className={styles.intro}>
        <p>
          {nlList.lead} {nlList.interventionMeaning}
        </p>
        <ListActions boardHref={paths.board(workshopId)} />
        <ListFading />
      </div>
      <LiveList>
        {layers.map((node) => (
          <LayerSection key={node.layer.id} node={node} template={template} />
        ))}
        <NotesOnPoints />
        <LooseNotes />
      </LiveList>
    </div>
  );
}
