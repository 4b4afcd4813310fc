'use client';
import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useRef, useState } from 'react';
import { PLAIN_VIEW, type ViewSettings } from '@/lib/api/map-contracts';
import { elementHref, elementInPath, type WorkshopLook } from './element-address';
import { useBright } from './use-bright';

/** What one person looks at: shared by board, list, card and filters of one page. */
export type MapView = {
  workshopId: string;
  look: WorkshopLook;
  /** id of the element or intervention point (template's or own) whose card is open; follows the address */
  selected: string | null;
  /** opens a card (a new entry in the browser's history), or closes it with null */
  select: (elementId: string | null) => void;
  /** address of a card in the look of this page; null is the page without a card */
  hrefOf: (elementId: string | null, look?: WorkshopLook) => string;
  settings: ViewSettings;
  change: (change: Partial<ViewSettings>) => void;
  /** elements that stay bright; null = nothing is faded */
  bright: ReadonlySet<string> | null;
  /** keeps these bright, whatever the settings are, until null: what a tour points at */
  spotlight: (elementIds: readonly string[] | null) => void;
};

const MapViewContext = createContext<MapView | null>(null);

type Props = {
  workshopId: string;
  look: WorkshopLook;
  /** the element the address of this page names */
  first: string | null;
  children: ReactNode;
};

/**
 * Follows the address without a router: an entry of our own in the browser's history changes nothing that is mounted,
 * so a card opens and closes while the board stays as it is.
 */
function useSelected(workshopId: string, look: WorkshopLook, first: string | null) {
  const [selected, setSelected] = useState(first);
  const now = useRef(first);
  const show = useCallback((elementId: string | null) => {
    now.current = elementId;
    setSelected(elementId);
  }, []);
  useEffect(() => {
    const follow = () => show(elementInPath(window.location.pathname));
    window.addEventListener('popstate', follow);
    return () => window.removeEventListener('popstate', follow);
  }, [show]);
  const select = useCallback(
    (elementId: string | null) => {
      if (now.current === elementId) return;
      window.history.pushState(null, '', elementHref(workshopId, elementId, look));
      show(elementId);
    },
    [workshopId, look, show],
  );
  return { selected, select };
}

/** The view of one page; `first` is the element its address names. */
export function MapViewProvider({ workshopId, look, first, children }: Props) {
  const { selected, select } = useSelected(workshopId, look, first);
  const [settings, setSettings] = useState(PLAIN_VIEW);
  const change = useCallback((next: Partial<ViewSettings>) => setSettings((before) => ({ ...before, ...next })), []);
  const [lit, spotlight] = useState<readonly string[] | null>(null);
  const bright = useBright(settings, lit);
  const view = useMemo<MapView>(
    () => ({
      workshopId,
      look,
      selected,
      select,
      hrefOf: (elementId, other = look) => elementHref(workshopId, elementId, other),
      settings,
      change,
      bright,
      spotlight,
    }),
    [workshopId, look, selected, select, settings, change, bright],
  );
  return <MapViewContext.Provider value={view}>{children}</MapViewContext.Provider>;
}

export function useMapView(): MapView {
  const view = useContext(MapViewContext);
  if (!view) throw new Error('outside a map view');
  return view;
}
