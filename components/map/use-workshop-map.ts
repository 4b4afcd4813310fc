'use client';
import { useCallback, useEffect, useRef, useState } from 'react';
import { callApi } from '@/lib/api/call-api';
import type { WorkshopState } from '@/lib/api/contracts';
import { mapPaths, type WorkshopMap } from '@/lib/api/map-contracts';
import { followMap } from './follow-map';
import { keepParts } from './keep-parts';

/** Two hundred screens hear of one change at once; spread over this they do not ask all at once. */
const SPREAD_MS = 800;
const CROWD = 100;

const EMPTY_MAP: WorkshopMap = {
  version: -1,
  ownPoints: [],
  facts: [],
  pins: [],
  stances: [],
  loops: [],
  opened: {},
};

export type FollowedMap = {
  map: WorkshopMap;
  /** false until the first answer */
  loaded: boolean;
  /** the sentence of the last failure, until an answer came */
  problem: string | null;
  /** asks again at once: after a change of one's own */
  refresh: () => void;
};

/** What the group laid over the template, fetched again whenever it changed; the old one stays until the new one is here. */
export function useWorkshopMap({ id, mapVersion, people }: WorkshopState): FollowedMap {
  const [map, setMap] = useState<WorkshopMap | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const crowd = useRef(0);
  const follower = useRef<ReturnType<typeof followMap> | null>(null);
  useEffect(() => {
    crowd.current = people.filter(({ here }) => here).length;
  }, [people]);
  useEffect(() => {
    const followed = followMap({
      ask: () => callApi<WorkshopMap>('GET', mapPaths.map(id)),
      onMap: (newer) => setMap((before) => keepParts(before, newer)),
      onProblem: setProblem,
      wait: () => 20 + Math.random() * SPREAD_MS * Math.min(1, crowd.current / CROWD),
    });
    follower.current = followed;
    return () => followed.stop();
  }, [id]);
  useEffect(() => follower.current?.want(mapVersion), [mapVersion]);
  const refresh = useCallback(() => follower.current?.refresh(), []);
  return { map: map ?? EMPTY_MAP, loaded: map !== null, problem, refresh };
}
