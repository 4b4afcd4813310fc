'use client';
import type { ReactNode } from 'react';
import { BoardLinkProvider } from '@/components/board-link/board-link';
import { LiveRegion } from '@/components/live/live-region';
import { useWorkshopState } from '@/components/live/use-workshop-state';
import type { WorkshopLook } from '@/components/map/element-address';
import { MapViewProvider } from '@/components/map/map-view';
import { ButtonLink } from '@/components/ui/button-link';
import { paths, type WorkshopState } from '@/lib/api/contracts';
import { nlCommon } from '@/lib/messages/nl';
import { nlWorkshop } from '@/lib/messages/nl-workshop';
import { BrandMark } from '../frame/brand-mark';
import { ConnectionBanner } from '../frame/connection-banner';
import { PageFrame } from '../frame/page-frame';
import { SessionMenu } from '../frame/session-menu';
import { Goodbye } from '../leave/goodbye';
import { LeaveButton } from '../leave/leave-button';
import { BoardGate } from './board-gate';
import { PeopleMenu } from './people-menu';
import { VoteEntry } from './vote-entry';
import styles from './workshop-shell.module.css';

function Bar({ state, look }: { state: WorkshopState; look: WorkshopLook }) {
  const isFacilitator = state.me.role === 'facilitator';
  return (
    <header className={styles.bar}>
      <a
        className={styles.mark}
        href={isFacilitator ? paths.home : paths.workshop(state.id)}
        aria-label={isFacilitator ? nlWorkshop.allWorkshops : nlCommon.product}
      >
        <BrandMark />
      </a>
      <h1 className={styles.title}>{state.title}</h1>
      <div className={`${styles.tools} no-print`}>
        {look !== 'list' && (
          <div className={`${styles.toolGroup} ${look === 'auto' ? styles.wideOnly : ''}`}>
            <VoteEntry state={state} />
            <PeopleMenu state={state} />
            <ButtonLink href={paths.list(state.id)}>{nlWorkshop.asList}</ButtonLink>
            {isFacilitator && <ButtonLink href={paths.manage(state.id)}>{nlWorkshop.manage}</ButtonLink>}
          </div>
        )}
        <SessionMenu me={state.me} workshopId={state.id} />
        {!isFacilitator && <LeaveButton />}
      </div>
    </header>
  );
}

/** What stands above the list: the same entries as the bar of the board has. */
function ListHead({ state }: { state: WorkshopState }) {
  return (
    <div className={styles.listHead}>
      {state.purpose && <p className={styles.purpose}>{state.purpose}</p>}
      {state.me.role === 'observer' && (
        <p>
          <strong>{nlWorkshop.observing}</strong>
        </p>
      )}
      {state.closedAt && (
        <p>
          <strong>{nlWorkshop.isClosed}</strong>
        </p>
      )}
      <div className={`${styles.toolGroup} no-print`}>
        <VoteEntry state={state} />
        <PeopleMenu state={state} />
        {state.me.role === 'facilitator' && <ButtonLink href={paths.manage(state.id)}>{nlWorkshop.manage}</ButtonLink>}
      </div>
    </div>
  );
}

/** One workshop on one screen: the bar, what goes on, and the schema as board or as list. */
export function WorkshopShell({
  initial,
  look,
  first = null,
  licenseKey,
  nonce,
  list,
}: {
  initial: WorkshopState;
  /** the element the address names */
  first?: string | null;
  look: WorkshopLook;
  licenseKey: string | undefined;
  nonce: string | undefined;
  list: ReactNode;
}) {
  const { state, connection, bye } = useWorkshopState(initial);
  if (bye) {
    return (
      <PageFrame narrow>
        <Goodbye reason={bye} />
      </PageFrame>
    );
  }
  return (
    <MapViewProvider workshopId={state.id} look={look} first={first}>
      <BoardLinkProvider state={state} template={null}>
        <div className={`${styles.shell} ${styles[look]}`}>
          <a className="skip-link" href="#inhoud">
            {nlCommon.skip}
          </a>
          <Bar state={state} look={look} />
          <ConnectionBanner connection={connection} />
          <LiveRegion state={state} />
          <main id="inhoud" tabIndex={-1} className={styles.main}>
            {look !== 'list' && (
              <div className={`${styles.boardArea} ${look === 'auto' ? styles.wideOnly : ''}`}>
                {(state.closedAt || state.me.role === 'observer') && (
                  <p className={styles.note}>{state.closedAt ? nlWorkshop.isClosed : nlWorkshop.observing}</p>
                )}
                <BoardGate state={state} always={look === 'board'} licenseKey={licenseKey} nonce={nonce} />
              </div>
            )}
            {look !== 'board' && (
              <div className={`${styles.listMain} ${look === 'auto' ? styles.narrowOnly : ''}`}>
                <ListHead state={state} />
                {list}
              </div>
            )}
          </main>
        </div>
      </BoardLinkProvider>
    </MapViewProvider>
  );
}
