import type { Metadata } from 'next';
import { readCookieHeader } from '@/app/page-data';
import { PageFrame } from '@/components/panels/frame/page-frame';
import { JoinRefused, JoinScreen } from '@/components/panels/join/join-screen';
import { readCookie } from '@/lib/auth/cookies';
import { readJoinPage } from '@/lib/http/pages/read-join-page';
import { nlJoin } from '@/lib/messages/nl-join';

export const metadata: Metadata = { title: nlJoin.pageTitle };

async function showJoin() {
  const cookies = await readCookieHeader();
  const join = await readJoinPage(cookies);
  if (join.state === 'unknown')
    return <JoinRefused reason={readCookie(cookies, 'join') ? 'unknown' : 'none'} inside={null} />;
  const { workshopId: id, title, purpose, perspectives, role, alreadyAs } = join;
  const known = alreadyAs?.name ?? null;
  // A link that lets nobody in any more still leads back who is inside.
  if (join.state !== 'open')
    return <JoinRefused reason={join.state} inside={known === null ? null : { id, name: known }} />;
  return <JoinScreen invitation={{ workshop: { id, title, purpose, perspectives }, role, known }} />;
}

export default async function JoinPage() {
  return <PageFrame narrow>{await showJoin()}</PageFrame>;
}
