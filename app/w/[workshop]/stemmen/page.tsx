import type { Metadata } from 'next';
import { readWorkshop, readWorkshopTemplate } from '@/app/page-data';
import { WorkshopFrame } from '@/components/panels/frame/workshop-frame';
import { ballotClusters } from '@/components/vote/ballot-order';
import { VoteScreen } from '@/components/vote/vote-screen';
import { nlVote } from '@/lib/messages/nl-vote';

export const metadata: Metadata = { title: nlVote.pageTitle };

export default async function VotePage({ params }: { params: Promise<{ workshop: string }> }) {
  const state = await readWorkshop((await params).workshop);
  const clusters = ballotClusters(await readWorkshopTemplate(state.template));
  return (
    <WorkshopFrame state={state}>
      <VoteScreen initial={state} clusters={clusters} />
    </WorkshopFrame>
  );
}
