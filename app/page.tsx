import { PageFrame } from '@/components/panels/frame/page-frame';
import { SignOutButton } from '@/components/panels/frame/session-menu';
import { HomeFacilitator } from '@/components/panels/home/home-facilitator';
import { HomeVisitor } from '@/components/panels/home/home-visitor';
import { readHomePage } from '@/lib/http/pages/read-home-page';
import { codeProblem } from './code-problem';
import { readCookieHeader } from './page-data';

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function HomePage({ searchParams }: Props) {
  const { workshops, templates } = await readHomePage(await readCookieHeader());
  if (!workshops) {
    const { melding, over } = await searchParams;
    return (
      <PageFrame>
        <HomeVisitor problem={codeProblem(melding, over)} />
      </PageFrame>
    );
  }
  return (
    <PageFrame leave={false} actions={<SignOutButton facilitator />}>
      <HomeFacilitator workshops={workshops} templates={templates} />
    </PageFrame>
  );
}
