import type { ReactNode } from 'react';
import type { WorkshopState } from '@/lib/api/contracts';
import { PageFrame } from './page-frame';
import { SessionMenu } from './session-menu';

/** The frame of a workshop's pages beside the board. A facilitator would lose the session by leaving in a hurry. */
export function WorkshopFrame({ state, children }: { state: WorkshopState; children: ReactNode }) {
  return (
    <PageFrame leave={state.me.role !== 'facilitator'} actions={<SessionMenu me={state.me} workshopId={state.id} />}>
      {children}
    </PageFrame>
  );
}
