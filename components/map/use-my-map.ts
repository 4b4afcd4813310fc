'use client';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { type ApiAnswer, callApi } from '@/lib/api/call-api';
import { type MyMap, mapPaths, type SavedViewView, type ViewSettings } from '@/lib/api/map-contracts';

/** What was opened is told in one go: leafing through ten cards is one request. */
const TELL_AFTER_MS = 1_500;
const RETRY_MS = 5_000;

const UNKNOWN: MyMap = { opened: [], views: [], tourSeen: true };

export type FollowedMyMap = {
  mine: MyMap;
  /** false until the first answer: nobody is shown a tour on a guess */
  loaded: boolean;
  /** the same name again replaces it */
  saveView: (name: string, settings: ViewSettings) => Promise<ApiAnswer<SavedViewView>>;
  deleteView: (id: string) => Promise<ApiAnswer<null>>;
  markOpened: (elementIds: readonly string[]) => void;
  markTourSeen: () => void;
};

function useFetchedMine(workshopId: string) {
  const [mine, setMine] = useState<MyMap | null>(null);
  useEffect(() => {
    let isOver = false;
    let timer: ReturnType<typeof setTimeout>;
    const ask = async () => {
      const answer = await callApi<MyMap>('GET', mapPaths.mine(workshopId));
      if (isOver) return;
      if (answer.ok) setMine(answer.value);
      else if (answer.status === 0 || answer.status >= 500) timer = setTimeout(() => void ask(), RETRY_MS);
    };
    void ask();
    return () => {
      isOver = true;
      clearTimeout(timer);
    };
  }, [workshopId]);
  const change = useCallback((next: (before: MyMap) => MyMap) => setMine((before) => before && next(before)), []);
  return { mine, change };
}

/** Collects what was opened and tells it; what could not be told is tried with the next. */
function useTellOpened(workshopId: string) {
  const untold = useRef(new Set<string>());
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const tell = useCallback(() => {
    clearTimeout(timer.current);
    const elementIds = [...untold.current].slice(0, 200);
    if (elementIds.length === 0) return;
    for (const id of elementIds) untold.current.delete(id);
    // Also on the way out of the page, when an ordinary request would be cut off.
    void fetch(mapPaths.opened(workshopId), {
      method: 'POST',
      keepalive: true,
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ elementIds }),
    }).catch(() => {
      for (const id of elementIds) untold.current.add(id);
    });
  }, [workshopId]);
  useEffect(() => {
    window.addEventListener('pagehide', tell);
    return () => {
      window.removeEventListener('pagehide', tell);
      tell();
    };
  }, [tell]);
  return useCallback(
    (elementIds: readonly string[]) => {
      for (const id of elementIds) untold.current.add(id);
      clearTimeout(timer.current);
      timer.current = setTimeout(tell, TELL_AFTER_MS);
    },
    [tell],
  );
}

/** What is this person's own: saved views, what they opened, whether they saw the tour. Shows a change before it is stored. */
export function useMyMap(workshopId: string): FollowedMyMap {
  const { mine, change } = useFetchedMine(workshopId);
  const tellOpened = useTellOpened(workshopId);
  const seen = useRef(new Set<string>());
  const markOpened = useCallback(
    (elementIds: readonly string[]) => {
      const fresh = elementIds.filter((id) => !seen.current.has(id));
      if (fresh.length === 0) return;
      for (const id of fresh) seen.current.add(id);
      tellOpened(fresh);
      change((before) => ({ ...before, opened: [...new Set([...before.opened, ...fresh])] }));
    },
    [tellOpened, change],
  );
  const saveView = useCallback(
    async (name: string, settings: ViewSettings) => {
      const answer = await callApi<SavedViewView>('POST', mapPaths.views(workshopId), { name, settings });
      if (answer.ok)
        change((before) => ({
          ...before,
          views: [...before.views.filter((view) => view.name !== answer.value.name), answer.value],
        }));
      return answer;
    },
    [workshopId, change],
  );
  const deleteView = useCallback(
    async (id: string) => {
      const answer = await callApi<null>('DELETE', mapPaths.view(workshopId, id));
      if (answer.ok) change((before) => ({ ...before, views: before.views.filter((view) => view.id !== id) }));
      return answer;
    },
    [workshopId, change],
  );
  const markTourSeen = useCallback(() => {
    change((before) => ({ ...before, tourSeen: true }));
    void callApi('POST', mapPaths.tour(workshopId));
  }, [workshopId, change]);
  return useMemo(
    () => ({ mine: mine ?? UNKNOWN, loaded: mine !== null, saveView, deleteView, markOpened, markTourSeen }),
    [mine, saveView, deleteView, markOpened, markTourSeen],
  );
}
