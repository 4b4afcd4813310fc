import { paths } from '@/lib/api/contracts';
import type { TemplateSummary } from '@/lib/api/template-contracts';
import { nlTemplates } from '@/lib/messages/nl-templates';
import styles from './templates.module.css';

/** The newest version of every schema. */
export function TemplateList({ templates }: { templates: TemplateSummary[] }) {
  return (
    <>
      <ul className={styles.list}>
        {templates
          .filter(({ newest }) => newest)
          .map(({ slug, title, source, version, layers, points, own }) => (
            <li key={slug}>
              <h3>{title}</h3>
              <p className={styles.soft}>{source}</p>
              <p>
                <strong>{nlTemplates.version(version)}</strong> · {nlTemplates.layersAndPoints(layers, points)}
                {own && ` · ${nlTemplates.own}`}
              </p>
              <p>
                <a href={paths.api.template(slug)} aria-label={`${nlTemplates.download}: ${title}`}>
                  {nlTemplates.download}
                </a>
              </p>
            </li>
          ))}
      </ul>
      <p className={styles.soft}>{nlTemplates.newestOnly}</p>
    </>
  );
}
