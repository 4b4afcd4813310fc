import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { readWorkshop } from '@/app/page-data';
import { WorkshopFrame } from '@/components/panels/frame/workshop-frame';
import { ManageScreen } from '@/components/panels/manage/manage-screen';
import { nlManage } from '@/lib/messages/nl-manage';

export const metadata: Metadata = { title: nlManage.pageTitle };

export default async function ManagePage({ params }: { params: Promise<{ workshop: string }> }) {
  const state = await readWorkshop((await params).workshop);
  if (state.me.role !== 'facilitator') notFound();
  return (
    <WorkshopFrame state={state}>
      <ManageScreen initial={state} />
    </WorkshopFrame>
  );
}
