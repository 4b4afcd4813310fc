import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { PageFrame } from '@/components/panels/frame/page-frame';
import { SignOutButton } from '@/components/panels/frame/session-menu';
import { SourcesScreen } from '@/components/panels/sources/sources-screen';
import { readSourcesPage } from '@/lib/http/pages/read-sources-page';
import { nlSources } from '@/lib/messages/nl-sources';
import { readCookieHeader } from '../page-data';

export const metadata: Metadata = { title: nlSources.pageTitle };

export default async function SourcesPage() {
  const sources = await readSourcesPage(await readCookieHeader());
  if (!sources) notFound();
  return (
    <PageFrame leave={false} actions={<SignOutButton facilitator />}>
      <SourcesScreen sources={sources} />
    </PageFrame>
  );
}
