import type { Metadata } from 'next';
import { PageFrame } from '@/components/panels/frame/page-frame';
import { SignOutButton } from '@/components/panels/frame/session-menu';
import { TemplatesScreen } from '@/components/panels/templates/templates-screen';
import { readTemplatesPage } from '@/lib/http/pages/read-templates-page';
import { nlTemplates } from '@/lib/messages/nl-templates';
import { readCookieHeader } from '../page-data';

export const metadata: Metadata = { title: nlTemplates.pageTitle };

export default async function TemplatesPage() {
  const templates = await readTemplatesPage(await readCookieHeader());
  return (
    <PageFrame leave={!templates} actions={templates ? <SignOutButton facilitator /> : undefined}>
      <TemplatesScreen templates={templates} />
    </PageFrame>
  );
}
