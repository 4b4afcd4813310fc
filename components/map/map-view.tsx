'use client';
import { createContext, type ReactNode, useCallback, useContext, useMemo, useState } from 'react';
import { PLAIN_VIEW, type ViewSettings } from '@/lib/api/map-contracts';

/** What one person looks at: shared by board, list, card and filters of one page. */
export type MapView = {
  /** id of the element or intervention point (template's or own) whose card is open; follows the address */
  selected: string | null;
  /** opens a card (a new entry in the browser's history), or closes it with null */
  select: (elementId: string | null) => void;
  settings: ViewSettings;
  change: (change: Partial<ViewSettings>) => void;
  /** elements that stay bright; null = nothing is faded */
  bright: ReadonlySet<string> | null;
};

const MapViewContext = createContext<MapView | null>(null);

/** The view of one page; `first` is the element its address names. */
export function MapViewProvider({ first, children }: { first: string | null; children: ReactNode }) {
  const [selected, select] = useState(first);
  const [settings, setSettings] = useState(PLAIN_VIEW);
  const change = useCallback((next: Partial<ViewSettings>) => setSettings((before) => ({ ...before, ...next })), []);
  const view = useMemo(() => ({ selected, select, settings, change, bright: null }), [selected, settings, change]);
  return <MapViewContext.Provider value={view}>{children}</MapViewContext.Provider>;
}

export function useMapView(): MapView {
  const view = useContext(MapViewContext);
  if (!view) throw new Error('outside a map view');
  return view;
}
