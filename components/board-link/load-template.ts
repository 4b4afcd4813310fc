import { callApi } from '@/lib/api/call-api';
import { paths, type WorkshopState } from '@/lib/api/contracts';
import type { Template } from '@/lib/domain/template/template';

const asked = new Map<string, Promise<Template | null>>();

/** The template of a workshop, fetched once per page and only when somebody needs it; null when it did not come. */
export function loadTemplate({ slug, version }: WorkshopState['template']): Promise<Template | null> {
  const address = `${paths.api.template(slug)}?version=${version}`;
  const before = asked.get(address);
  if (before) return before;
  const asking = callApi<Template>('GET', address).then((answer) => {
    if (answer.ok) return answer.value;
    asked.delete(address);
    return null;
  });
  asked.set(address, asking);
  return asking;
}
