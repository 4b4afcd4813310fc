import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { readWorkshop, readWorkshopTemplate } from '@/app/page-data';
import { WorkshopFrame } from '@/components/panels/frame/workshop-frame';
import { ballotClusters } from '@/components/vote/ballot-order';
import { ResultScreen } from '@/components/vote/result-screen';
import { nlResult } from '@/lib/messages/nl-vote';

export const metadata: Metadata = { title: nlResult.pageTitle };

export default async function ResultPage({ params }: { params: Promise<{ workshop: string; round: string }> }) {
  const { workshop, round } = await params;
  const state = await readWorkshop(workshop);
  if (!state.rounds.some(({ id }) => id === round)) notFound();
  const clusters = ballotClusters(await readWorkshopTemplate(state.template));
  return (
    <WorkshopFrame state={state}>
      <ResultScreen initial={state} roundId={round} clusters={clusters} />
    </WorkshopFrame>
  );
}
