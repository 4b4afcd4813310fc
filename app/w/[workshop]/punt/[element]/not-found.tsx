import { PageFrame } from '@/components/panels/frame/page-frame';
import { ButtonLink } from '@/components/ui/button-link';
import { nlMap } from '@/lib/messages/nl-map';

/** The address of this page is below the workshop's; Next tells a page like this nothing else. */
export default function NoSuchElement() {
  return (
    <PageFrame narrow>
      <h1>{nlMap.missing.title}</h1>
      <p>{nlMap.missing.text}</p>
      <p>
        <ButtonLink href="..">{nlMap.missing.toWorkshop}</ButtonLink>
      </p>
    </PageFrame>
  );
}
