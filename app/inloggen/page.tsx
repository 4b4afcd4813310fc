import type { Metadata } from 'next';
import { PageFrame } from '@/components/panels/frame/page-frame';
import { SignIn } from '@/components/panels/home/sign-in';
import { nlSignIn } from '@/lib/messages/nl';

export const metadata: Metadata = { title: nlSignIn.title };

export default async function SignInPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const { sleutel } = await searchParams;
  return (
    <PageFrame leave={false} narrow>
      <SignIn token={typeof sleutel === 'string' ? sleutel : null} />
    </PageFrame>
  );
}
