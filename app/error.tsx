'use client';
import { PageFrame } from '@/components/panels/frame/page-frame';
import { Button } from '@/components/ui/button';
import { ButtonLink } from '@/components/ui/button-link';
import { paths } from '@/lib/api/contracts';
import { nlPlain } from '@/lib/messages/nl';

/** Says nothing of what went wrong: that is for the log. */
export default function ErrorPage() {
  return (
    <PageFrame narrow>
      <h1>{nlPlain.errorTitle}</h1>
      <p>{nlPlain.errorText}</p>
      <p>
        <Button variant="primary" onClick={() => window.location.reload()}>
          {nlPlain.retry}
        </Button>{' '}
        <ButtonLink href={paths.home}>{nlPlain.toHome}</ButtonLink>
      </p>
    </PageFrame>
  );
}
