import { Card } from '@/components/ui/card';
import { EXAMPLE_TEMPLATE, nlTemplates } from '@/lib/messages/nl-templates';
import styles from './templates.module.css';

/** How to make a template file; the rules in full are in lib/domain/template/SPEC.md. */
export function TemplateHelp() {
  return (
    <Card id="uitleg" title={nlTemplates.helpTitle}>
      <ul className={styles.plain}>
        {nlTemplates.help.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      <h3>{nlTemplates.fieldsTitle}</h3>
      <dl className={styles.fields}>
        {nlTemplates.fields.map(([name, meaning]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
      <h3>{nlTemplates.exampleTitle}</h3>
      <p>{nlTemplates.exampleText}</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a long text has to scroll by keyboard too */}
      <section className={styles.example} tabIndex={0} aria-label={nlTemplates.exampleTitle}>
        <pre>{EXAMPLE_TEMPLATE}</pre>
      </section>
    </Card>
  );
}
