import { PageFrame } from '@/components/panels/frame/page-frame';
import { ButtonLink } from '@/components/ui/button-link';
import { paths } from '@/lib/api/contracts';
import { nlPlain } from '@/lib/messages/nl';

export default function NotFound() {
  return (
    <PageFrame narrow>
      <h1>{nlPlain.notFoundTitle}</h1>
      <p>{nlPlain.notFoundText}</p>
      <p>
        <ButtonLink href={paths.home}>{nlPlain.toHome}</ButtonLink>
      </p>
    </PageFrame>
  );
}
