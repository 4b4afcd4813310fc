'use client';
import { useState } from 'react';
import { Card } from '@/components/ui/card';
import { callApi } from '@/lib/api/call-api';
import { paths } from '@/lib/api/contracts';
import { evidencePaths } from '@/lib/api/evidence-contracts';
import type { TemplateSummary } from '@/lib/api/template-contracts';
import { nlTemplates } from '@/lib/messages/nl-templates';
import { ImportTemplate } from './import-template';
import { TemplateHelp } from './template-help';
import { TemplateList } from './template-list';
import styles from './templates.module.css';

/** /schemas: the explanation for everybody; the schemas and the upload for a facilitator. */
export function TemplatesScreen({ templates: given }: { templates: TemplateSummary[] | null }) {
  const [templates, setTemplates] = useState(given);
  const refresh = async () => {
    const answer = await callApi<TemplateSummary[]>('GET', evidencePaths.templates);
    if (answer.ok) setTemplates(answer.value);
  };
  return (
    <>
      <div className={styles.head}>
        <h1>{nlTemplates.title}</h1>
        <p className={styles.lead}>{nlTemplates.lead}</p>
        <p>
          <a href={paths.home}>{nlTemplates.toHome}</a>
        </p>
      </div>
      {templates && (
        <div className={styles.columns}>
          <div className={styles.column}>
            <ImportTemplate onImported={() => void refresh()} />
          </div>
          <Card id="lijst" title={nlTemplates.listTitle}>
            <TemplateList templates={templates} />
          </Card>
        </div>
      )}
      <TemplateHelp />
    </>
  );
}
