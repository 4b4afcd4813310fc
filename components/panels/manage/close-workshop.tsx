'use client';
import { currentRound } from '@/components/live/current-round';
import { useCommand } from '@/components/live/use-command';
import { Card } from '@/components/ui/card';
import { ConfirmButton } from '@/components/ui/confirm-button';
import { paths, type WorkshopState } from '@/lib/api/contracts';
import { nlCommon } from '@/lib/messages/nl';
import { nlManage } from '@/lib/messages/nl-manage';

/** Ending a workshop for good; the dialog says what that means. */
export function CloseWorkshop({ state }: { state: WorkshopState }) {
  const { run } = useCommand();
  const close = async () => {
    const answer = await run('POST', paths.api.closeWorkshop(state.id), {});
    return answer.ok ? null : answer.message;
  };
  return (
    <Card id="sluiten" title={nlManage.closeTitle}>
      <p>{nlManage.closeText}</p>
      <div>
        <ConfirmButton
          label={nlManage.closeButton}
          title={nlManage.closeConfirmTitle}
          confirmLabel={nlManage.closeButton}
          cancelLabel={nlCommon.cancel}
          danger
          onConfirm={close}
        >
          <p>{nlManage.closeText}</p>
          {currentRound(state) && (
            <p>
              <strong>{nlManage.closeConfirmRound}</strong>
            </p>
          )}
        </ConfirmButton>
      </div>
    </Card>
  );
}
