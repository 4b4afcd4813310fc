import { readNonce, readWorkshopTemplate } from '@/app/page-data';
import { SchemaList } from '@/components/list/schema-list';
import type { WorkshopLook } from '@/components/map/element-address';
import { WorkshopShell } from '@/components/panels/workshop/workshop-shell';
import type { WorkshopState } from '@/lib/api/contracts';
import { env } from '@/lib/env';

/** One workshop as board or list, with the card of `first` open. */
export async function WorkshopView({
  state,
  look,
  first,
}: {
  state: WorkshopState;
  look: WorkshopLook;
  first: string | null;
}) {
  const template = look === 'board' ? null : await readWorkshopTemplate(state.template);
  return (
    <WorkshopShell
      initial={state}
      look={look}
      first={first}
      licenseKey={env().TLDRAW_LICENSE_KEY}
      nonce={await readNonce()}
      list={template && <SchemaList template={template} workshopId={state.id} />}
    />
  );
}
