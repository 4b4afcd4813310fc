import type { Metadata } from 'next';
import { cache } from 'react';
import { readWorkshop, readWorkshopTemplate } from '@/app/page-data';
import { namedElements } from '@/components/evidence/element-options';
import { NoSection } from '@/components/evidence/reader/no-section';
import { SectionReader } from '@/components/evidence/reader/section-reader';
import { WorkshopFrame } from '@/components/panels/frame/workshop-frame';
import { readSection } from '@/lib/http/evidence/read-sources';
import { nlReader } from '@/lib/messages/nl-evidence';

type Props = { params: Promise<{ workshop: string; section: string }> };

/** Title and page ask the same; it is read once. */
const readPage = cache(async (workshop: string, sectionId: string) => {
  const state = await readWorkshop(workshop);
  const template = await readWorkshopTemplate(state.template);
  return { state, template, section: await readSection(template, sectionId) };
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { workshop, section: sectionId } = await params;
  const { section } = await readPage(workshop, sectionId);
  return { title: section ? [section.number, section.title].filter(Boolean).join(' ') : nlReader.pageTitle };
}

export default async function SectionPage({ params }: Props) {
  const { workshop, section: sectionId } = await params;
  const { state, template, section } = await readPage(workshop, sectionId);
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
