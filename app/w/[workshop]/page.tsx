import type { Metadata } from 'next';
import { readWorkshop } from '@/app/page-data';
import { lookOf } from '@/components/map/element-address';
import { nlWorkshop } from '@/lib/messages/nl-workshop';
import { WorkshopView } from './workshop-view';

export const metadata: Metadata = { title: nlWorkshop.pageTitle };

type Props = {
  params: Promise<{ workshop: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function WorkshopPage({ params, searchParams }: Props) {
  const [{ workshop }, { weergave }] = await Promise.all([params, searchParams]);
  return <WorkshopView state={await readWorkshop(workshop)} look={lookOf(weergave)} first={null} />;
}
