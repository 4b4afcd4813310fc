import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { readWorkshop, readWorkshopTemplate } from '@/app/page-data';
import { lookOf } from '@/components/map/element-address';
import { isUuid } from '@/lib/domain/is-uuid';
import type { Template } from '@/lib/domain/template/template';
import { nlWorkshop } from '@/lib/messages/nl-workshop';
import { WorkshopView } from '../../workshop-view';

export const metadata: Metadata = { title: nlWorkshop.pageTitle };

type Props = {
  params: Promise<{ workshop: string; element: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

function isInTemplate(template: Template, id: string): boolean {
  const { layers, blocks, groups, points, interventionPoints } = template;
  return [layers, blocks, groups, points, interventionPoints].some((all) => all.some((one) => one.id === id));
}

/** A point of the group's own comes and goes while people look: the card itself says when it is not there. */
export default async function ElementPage({ params, searchParams }: Props) {
  const [{ workshop, element }, { weergave }] = await Promise.all([params, searchParams]);
  const state = await readWorkshop(workshop);
  const id = decodeElement(element);
  if (id === null || !(isUuid(id) || isInTemplate(await readWorkshopTemplate(state.template), id))) notFound();
  return <WorkshopView state={state} look={lookOf(weergave)} first={id} />;
}

function decodeElement(segment: string): string | null {
  try {
    return decodeURIComponent(segment);
  } catch {
    return null;
  }
}
