'use client';
import type { ReactNode } from 'react';
import { BoardLinkProvider } from '@/components/board-link/board-link';
import { LiveRegion } from '@/components/live/live-region';
import { type LiveWorkshop, useWorkshopState } from '@/components/live/use-workshop-state';
import { ListWithCard } from '@/components/map/card/list-card';
import type { WorkshopLook } from '@/components/map/element-address';
import { useTour } from '@/components/map/guide/use-tour';
import { MapDataProvider } from '@/components/map/map-data';
import { MapViewProvider } from '@/components/map/map-view';
import { ChipBar } from '@/components/map/reading/chip-bar';
import { MapProblem } from '@/components/map/reading/map-problem';
import { onDemand } from '@/components/on-demand/on-demand';
import { useMediaQuery } from '@/components/ui/use-media-query';
import type { WorkshopState } from '@/lib/api/contracts';
import type { Template } from '@/lib/domain/template/template';
import { nlCommon } from '@/lib/messages/nl';
import { nlWorkshop } from '@/lib/messages/nl-workshop';
import { ConnectionBanner } from '../frame/connection-banner';
import { PageFrame } from '../frame/page-frame';
import { Goodbye } from '../leave/goodbye';
import { BoardGate } from './board-gate';
import { LIST_QUERY } from './list-query';
import { PeopleMenu } from './people-menu';
import { useTemplate } from './use-template';
import { VoteEntry } from './vote-entry';
import { WorkshopBar } from './workshop-bar';
import styles from './workshop-shell.module.css';

/** Once for a person; the rest of the time nobody needs it. */
const Tour = onDemand(() => import('@/components/map/guide/tour').then((file) => file.Tour));

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
      </div>
    </div>
  );
}

type ShellProps = {
  initial: WorkshopState;
  /** the element the address names */
  first: string | null;
  look: WorkshopLook;
  licenseKey: string | undefined;
  nonce: string | undefined;
  list: ReactNode;
};

type InsideProps = Omit<ShellProps, 'initial' | 'first'> & {
  live: LiveWorkshop;
  template: Template | 'failed' | null;
};

function BoardArea({ live: { state }, template, look, licenseKey, nonce }: InsideProps) {
  return (
    <div className={`${styles.boardArea} ${look === 'auto' ? styles.wideOnly : ''}`}>
      {(state.closedAt || state.me.role === 'observer') && (
        <p className={styles.note}>{state.closedAt ? nlWorkshop.isClosed : nlWorkshop.observing}</p>
      )}
      <BoardGate state={state} template={template} always={look === 'board'} licenseKey={licenseKey} nonce={nonce} />
    </div>
  );
}

/** Bar, board and list of one page, once everything they share is there. */
function Inside(props: InsideProps) {
  const { live, template, look, list } = props;
  const { state, connection } = live;
  const tour = useTour();
  const isListWidth = useMediaQuery(LIST_QUERY);
  const isList = look === 'list' || (look === 'auto' && isListWidth !== false);
  const shownTour = tour.isOn && template && template !== 'failed' && (
    <Tour template={template} place={isList ? 'list' : 'board'} onEnd={tour.stop} />
  );
  return (
    <div className={`${styles.shell} ${styles[look]}`}>
      <a className="skip-link" href="#inhoud">
        {nlCommon.skip}
      </a>
      <WorkshopBar state={state} look={look} onTour={tour.start} />
      <ConnectionBanner connection={connection} />
      <ChipBar />
      <MapProblem />
      <LiveRegion state={state} />
      {!isList && shownTour}
      <main id="inhoud" tabIndex={-1} className={styles.main}>
        {look !== 'list' && <BoardArea {...props} />}
        {look !== 'board' && (
          <div className={`${styles.listMain} ${look === 'auto' ? styles.narrowOnly : ''}`}>
            {isList && shownTour}
            <ListWithCard isShown={isList}>
              <ListHead state={state} />
              {list}
            </ListWithCard>
          </div>
        )}
      </main>
    </div>
  );
}

/** One workshop on one screen: the bar, what goes on, and the schema as board or as list. */
export function WorkshopShell({ initial, first, ...rest }: ShellProps) {
  const live = useWorkshopState(initial);
  const { state, bye } = live;
  const found = useTemplate(state.template, null);
  const template = found === 'failed' ? null : found;
  if (bye) {
    return (
      <PageFrame narrow>
        <Goodbye reason={bye} />
      </PageFrame>
    );
  }
  return (
    <MapDataProvider state={state} template={template}>
      {({ ownPoints }) => (
        <BoardLinkProvider state={state} template={template} ownPoints={ownPoints}>
          <MapViewProvider workshopId={state.id} look={rest.look} first={first}>
            <Inside {...rest} live={live} template={found} />
          </MapViewProvider>
        </BoardLinkProvider>
      )}
    </MapDataProvider>
  );
}
