'use client';
import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useState } from 'react';
import { callApi } from '@/lib/api/call-api';
import { paths, type WorkshopState } from '@/lib/api/contracts';
import { mapPaths, type WorkshopMap } from '@/lib/api/map-contracts';
import type { Template } from '@/lib/domain/template/template';
import { elementOptions, type OptionGroup } from '../element-options';

export type ReaderMap = {
  state: WorkshopState;
  map: WorkshopMap | null;
  /** null until somebody needs the names of elements */
  options: OptionGroup[] | null;
  problem: string | null;
  needNames: () => void;
  refresh: () => Promise<void>;
};

const ReaderMapContext = createContext<ReaderMap | null>(null);

/** What the group pinned, beside a text that was there before any script: fetched once for a page, the schema only when asked. */
export function ReaderMapProvider({ state, children }: { state: WorkshopState; children: ReactNode }) {
  const [map, setMap] = useState<WorkshopMap | null>(null);
  const [template, setTemplate] = useState<Template | null>(null);
  const [wantsNames, setWantsNames] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const { id, template: reference } = state;
  const refresh = useCallback(async () => {
    const answer = await callApi<WorkshopMap>('GET', mapPaths.map(id));
    if (answer.ok) setMap(answer.value);
  }, [id]);
  useEffect(() => {
    void refresh();
  }, [refresh]);
  const { slug, version } = reference;
  useEffect(() => {
    if (!wantsNames) return;
    void callApi<Template>('GET', `${paths.api.template(slug)}?version=${version}`).then((answer) => {
      if (answer.ok) setTemplate(answer.value);
      setProblem(answer.ok ? null : answer.message);
      setWantsNames(answer.ok);
    });
  }, [wantsNames, slug, version]);
  const needNames = useCallback(() => setWantsNames(true), []);
  const options = useMemo(() => template && elementOptions(template, map?.ownPoints ?? []), [template, map]);
  const value = useMemo(
    () => ({ state, map, options, problem, needNames, refresh }),
    [state, map, options, problem, needNames, refresh],
  );
  return <ReaderMapContext.Provider value={value}>{children}</ReaderMapContext.Provider>;
}

export function useReaderMap(): ReaderMap {
  const value = useContext(ReaderMapContext);
  if (!value) throw new Error('outside the reader');
  return value;
}
