import { PageFrame } from '@/components/panels/frame/page-frame';
import { CodeForm } from '@/components/panels/join/code-form';
import { HelpNumbers } from '@/components/panels/leave/help-numbers';
import { nlPlain } from '@/lib/messages/nl';

/** No access and no such workshop look the same, so that nobody learns which workshops exist. */
export default function NoAccess() {
  return (
    <PageFrame narrow>
      <h1>{nlPlain.noAccessTitle}</h1>
      <p>
        {nlPlain.noAccessText} {nlPlain.noAccessWhat}
      </p>
      <CodeForm />
      <p>{nlPlain.noAccessFacilitator}</p>
      <HelpNumbers />
    </PageFrame>
  );
}
