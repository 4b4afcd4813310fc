import type { Metadata } from 'next';
import { readWorkshop } from '@/app/page-data';
import { SourceShelf } from '@/components/evidence/reader/source-shelf';
import { WorkshopFrame } from '@/components/panels/frame/workshop-frame';
import { readSources } from '@/lib/http/evidence/read-sources';
import { nlReader } from '@/lib/messages/nl-evidence';

export const metadata: Metadata = { title: nlReader.pageTitle };

export default async function SourcesPage({ params }: { params: Promise<{ workshop: string }> }) {
  const state = await readWorkshop((await params).workshop);
  return (
    <WorkshopFrame state={state}>
      <SourceShelf state={state} sources={await readSources()} />
    </WorkshopFrame>
  );
}
