'use client';
import { LiveRegion } from '@/components/live/live-region';
import { useWorkshopState } from '@/components/live/use-workshop-state';
import { Alert } from '@/components/ui/alert';
import { ButtonLink } from '@/components/ui/button-link';
import { paths, type WorkshopState } from '@/lib/api/contracts';
import { formatDate } from '@/lib/messages/format';
import { nlManage } from '@/lib/messages/nl-manage';
import { ConnectionBanner } from '../frame/connection-banner';
import { Goodbye } from '../leave/goodbye';
import { CloseWorkshop } from './close-workshop';
import styles from './manage.module.css';
import { ManageDetails } from './manage-details';
import { ManageLinks } from './manage-links';
import { ManagePeople } from './manage-people';
import { ManageVote } from './manage-vote';

/** All a facilitator does besides the board itself. */
export function ManageScreen({ initial }: { initial: WorkshopState }) {
  const { state, connection, bye } = useWorkshopState(initial);
  if (bye) return <Goodbye reason={bye} />;
  return (
    <div className={styles.screen}>
      <LiveRegion state={state} />
      <ConnectionBanner connection={connection} />
      <div className={styles.head}>
        <div className={styles.heading}>
          <p className={styles.soft}>{nlManage.pageTitle}</p>
          <h1>{state.title}</h1>
        </div>
        <div className={styles.actions}>
          <ButtonLink variant="primary" href={paths.workshop(state.id)}>
            {nlManage.toBoard}
          </ButtonLink>
          <ButtonLink href={paths.list(state.id)}>{nlManage.toList}</ButtonLink>
        </div>
      </div>
      {state.closedAt && (
        <Alert kind="info">
          <p>{nlManage.closedNote(formatDate(state.closedAt))}</p>
        </Alert>
      )}
      <div className={styles.columns}>
        <div className={styles.column}>
          {state.closedAt ? (
            <ManagePeople state={state} />
          ) : (
            <>
              <ManageLinks workshopId={state.id} />
              <ManageDetails state={state} />
            </>
          )}
        </div>
        <div className={styles.column}>
          <ManageVote state={state} />
          {!state.closedAt && (
            <>
              <ManagePeople state={state} />
              <CloseWorkshop state={state} />
            </>
          )}
        </div>
      </div>
    </div>
  );
}
