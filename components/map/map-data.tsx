'use client';
import { createContext, type ReactNode, useContext, useMemo } from 'react';
import type { WorkshopState } from '@/lib/api/contracts';
import type { WorkshopMap } from '@/lib/api/map-contracts';
import { buildGraph } from '@/lib/domain/graph/build-graph';
import type { SchemaGraph } from '@/lib/domain/graph/schema-graph';
import type { Template } from '@/lib/domain/template/template';
import { type ElementName, makeNames } from './element-names';
import { type MapCommands, useMapCommands } from './use-map-commands';
import { type FollowedMyMap, useMyMap } from './use-my-map';
import { type FollowedMap, useWorkshopMap } from './use-workshop-map';

/** What every part of the map of one page knows; the view of one person is in map-view. */
export type MapData = {
  state: WorkshopState;
  canWrite: boolean;
  /** null until the template is here */
  schema: { template: Template; graph: SchemaGraph; nameOf: (id: string) => ElementName | null } | null;
  group: FollowedMap;
  own: FollowedMyMap;
  commands: MapCommands;
};

/** What stays while people come, go and take stances; the hundreds of places of the list follow this alone. */
export type SteadyMap = Pick<MapData, 'schema'> & Pick<WorkshopMap, 'ownPoints' | 'facts'>;

const MapDataContext = createContext<MapData | null>(null);
const SteadyMapContext = createContext<SteadyMap | null>(null);

/** Fetches and keeps what a group laid over the template, and what is this person's own. */
export function MapDataProvider({
  state,
  template,
  children,
}: {
  state: WorkshopState;
  template: Template | null;
  children: (map: WorkshopMap) => ReactNode;
}) {
  const group = useWorkshopMap(state);
  const own = useMyMap(state.id);
  const commands = useMapCommands(state.id, group.refresh);
  const graph = useMemo(() => template && buildGraph(template), [template]);
  const { ownPoints } = group.map;
  const schema = useMemo(
    () => (template && graph ? { template, graph, nameOf: makeNames(graph, ownPoints) } : null),
    [template, graph, ownPoints],
  );
  const canWrite = state.me.canWrite && state.closedAt === null;
  const { map, loaded, problem, refresh } = group;
  const data = useMemo<MapData>(
    () => ({ state, canWrite, schema, group: { map, loaded, problem, refresh }, own, commands }),
    [state, canWrite, schema, map, loaded, problem, refresh, own, commands],
  );
  const { facts } = map;
  const steady = useMemo<SteadyMap>(() => ({ schema, ownPoints, facts }), [schema, ownPoints, facts]);
  return (
    <SteadyMapContext.Provider value={steady}>
      <MapDataContext.Provider value={data}>{children(group.map)}</MapDataContext.Provider>
    </SteadyMapContext.Provider>
  );
}

export function useSteadyMap(): SteadyMap {
  const steady = useContext(SteadyMapContext);
  if (!steady) throw new Error('outside map data');
  return steady;
}

export function useMapData(): MapData {
  const data = useContext(MapDataContext);
  if (!data) throw new Error('outside map data');
  return data;
}
