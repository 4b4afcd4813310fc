'use client';
import type { WorkshopLook } from '@/components/map/element-address';
import { GuideButton } from '@/components/map/guide/guide';
import { useMapView } from '@/components/map/map-view';
import { ReadingMenu } from '@/components/map/reading/reading-menu';
import { SearchBox } from '@/components/search/search-box';
import { ButtonLink } from '@/components/ui/button-link';
import { paths, type WorkshopState } from '@/lib/api/contracts';
import { evidencePaths } from '@/lib/api/evidence-contracts';
import { nlCommon } from '@/lib/messages/nl';
import { nlWorkshop } from '@/lib/messages/nl-workshop';
import { BrandMark } from '../frame/brand-mark';
import { SessionMenu } from '../frame/session-menu';
import { LeaveButton } from '../leave/leave-button';
import { PeopleMenu } from './people-menu';
import { VoteEntry } from './vote-entry';
import styles from './workshop-bar.module.css';

/** The one visible way to the other view; the chosen element comes along. */
function OtherView({ to }: { to: 'board' | 'list' }) {
  const { hrefOf, selected } = useMapView();
  return (
    <ButtonLink href={hrefOf(selected, to)} data-command="view.switch">
      <span>
        <span className={styles.viewAs}>{nlWorkshop.viewAs} </span>
        <span className={styles.viewName}>{to === 'list' ? nlWorkshop.viewList : nlWorkshop.viewBoard}</span>
      </span>
    </ButtonLink>
  );
}

function menuLinks(state: WorkshopState): { href: string; label: string }[] {
  return [
    ...(state.me.role === 'facilitator' ? [{ href: paths.manage(state.id), label: nlWorkshop.manage }] : []),
    { href: evidencePaths.reader(state.id), label: nlWorkshop.sources },
  ];
}

/** Name of the workshop, what helps reading, what goes on, and the way out. */
export function WorkshopBar({ state, look, onTour }: { state: WorkshopState; look: WorkshopLook; onTour: () => void }) {
  const isFacilitator = state.me.role === 'facilitator';
  const isAuto = look === 'auto';
  return (
    <header className={`${styles.bar} ${styles[look]}`}>
      <a
        className={styles.mark}
        href={isFacilitator ? paths.home : paths.workshop(state.id)}
        aria-label={isFacilitator ? nlWorkshop.allWorkshops : nlCommon.product}
      >
        <BrandMark />
      </a>
      <h1 className={styles.title}>{state.title}</h1>
      <div className={`${styles.tools} no-print`}>
        <div className={styles.reading}>
          <SearchBox workshopId={state.id} />
          <ReadingMenu />
          <GuideButton onTour={onTour} />
        </div>
        {look !== 'list' && (
          <div className={`${styles.going} ${isAuto ? styles.wideOnly : ''}`}>
            <VoteEntry state={state} />
            <div className={styles.people}>
              <PeopleMenu state={state} />
            </div>
            <OtherView to="list" />
          </div>
        )}
        <div className={styles.out}>
          <SessionMenu me={state.me} workshopId={state.id} links={menuLinks(state)} />
          {!isFacilitator && <LeaveButton />}
        </div>
      </div>
    </header>
  );
}
