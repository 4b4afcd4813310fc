'use client';
import { useEffect, useState } from 'react';
import { callApi } from '@/lib/api/call-api';
import { paths, type WorkshopState } from '@/lib/api/contracts';
import type { Template } from '@/lib/domain/template/template';

/** The template of a workshop: as the page brought it, else fetched; 'failed' when it does not come. */
export function useTemplate(
  { slug, version }: WorkshopState['template'],
  given: Template | null,
): Template | 'failed' | null {
  const [template, setTemplate] = useState<Template | 'failed' | null>(given);
  useEffect(() => {
    if (given) return;
    let current = true;
    void callApi<Template>('GET', `${paths.api.template(slug)}?version=${version}`).then((answer) => {
      if (current) setTemplate(answer.ok ? answer.value : 'failed');
    });
    return () => {
      current = false;
    };
  }, [slug, version, given]);
  return template;
}
