import type { Metadata } from 'next';
import { readCookieHeader } from '@/app/page-data';
import { JoinRefused, JoinScreen } from '@/components/panels/join-screen';
import { PageFrame } from '@/components/panels/page-frame';
import { readCookie } from '@/lib/auth/cookies';
import { readJoinPage } from '@/lib/http/people/read-join-page';
import { nlJoin } from '@/lib/messages/nl-join';

export const metadata: Metadata = { title: nlJoin.pageTitle };

async function showJoin() {
  const cookies = await readCookieHeader();
  const join = await readJoinPage(cookies);
  if (join.state === 'open') return <JoinScreen invitation={join} />;
  const cameByLink = readCookie(cookies, 'join') !== undefined;
  return <JoinRefused reason={cameByLink ? join.state : 'none'} />;
}

export default async function JoinPage() {
  return <PageFrame narrow>{await showJoin()}</PageFrame>;
}
