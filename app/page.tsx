import { HomeFacilitator } from '@/components/panels/home-facilitator';
import { HomeVisitor } from '@/components/panels/home-visitor';
import { PageFrame } from '@/components/panels/page-frame';
import { SignOutButton } from '@/components/panels/session-menu';
import { listWorkshops } from '@/lib/db/workshops';
import { codeProblem } from './code-problem';
import { readFacilitator } from './page-data';

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function HomePage({ searchParams }: Props) {
  const facilitator = await readFacilitator();
  if (!facilitator) {
    const { melding, over } = await searchParams;
    return <PageFrame><HomeVisitor problem={codeProblem(melding, over)} /></PageFrame>;
  }
  return (
    <PageFrame leave={false} actions={<SignOutButton facilitator />}>
      <HomeFacilitator workshops={await listWorkshops(facilitator.userId)} />
    </PageFrame>
  );
}
