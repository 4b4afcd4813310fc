import type { Metadata } from 'next';
import { readNonce, readWorkshop, readWorkshopTemplate } from '@/app/page-data';
import { SchemaList } from '@/components/list/schema-list';
import { type WorkshopLook, WorkshopShell } from '@/components/panels/workshop/workshop-shell';
import { env } from '@/lib/env';
import { nlWorkshop } from '@/lib/messages/nl-workshop';

export const metadata: Metadata = { title: nlWorkshop.pageTitle };

type Props = {
  params: Promise<{ workshop: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

const LOOKS: Record<string, WorkshopLook> = { bord: 'board', lijst: 'list' };

export default async function WorkshopPage({ params, searchParams }: Props) {
  const [{ workshop }, { weergave }] = await Promise.all([params, searchParams]);
  const state = await readWorkshop(workshop);
  const look = (typeof weergave === 'string' && LOOKS[weergave]) || 'auto';
  const list =
    look === 'board' ? null : (
      <SchemaList template={await readWorkshopTemplate(state.template)} workshopId={state.id} />
    );
  return (
    <WorkshopShell
      initial={state}
      look={look}
      licenseKey={env().TLDRAW_LICENSE_KEY}
      nonce={await readNonce()}
      list={list}
    />
  );
}
