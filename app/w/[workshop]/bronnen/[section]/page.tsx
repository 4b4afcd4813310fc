import type { Metadata } from 'next';
import { readWorkshop, readWorkshopTemplate } from '@/app/page-data';
import { namedElements } from '@/components/evidence/element-options';
import { NoSection } from '@/components/evidence/reader/no-section';
import { SectionReader } from '@/components/evidence/reader/section-reader';
import { WorkshopFrame } from '@/components/panels/frame/workshop-frame';
import { readSection } from '@/lib/http/evidence/read-sources';
import { nlReader } from '@/lib/messages/nl-evidence';

export const metadata: Metadata = { title: nlReader.pageTitle };

export default async function SectionPage({ params }: { params: Promise<{ workshop: string; section: string }> }) {
  const { workshop, section: sectionId } = await params;
  const state = await readWorkshop(workshop);
  const template = await readWorkshopTemplate(state.template);
  const section = await readSection(template, sectionId);
  return (
    <WorkshopFrame state={state}>
      {section ? (
        <SectionReader state={state} section={section} elements={namedElements(template, section.elements)} />
      ) : (
        <NoSection workshopId={state.id} />
      )}
    </WorkshopFrame>
  );
}
