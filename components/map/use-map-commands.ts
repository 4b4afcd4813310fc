'use client';
import { useMemo } from 'react';
import { type ApiAnswer, type ApiMethod, callApi } from '@/lib/api/call-api';
import {
  mapPaths,
  type OwnPointRequest,
  type OwnPointView,
  type SavedLoopView,
  type StanceRequest,
} from '@/lib/api/map-contracts';

export type MapCommands = {
  addOwnPoint: (point: OwnPointRequest) => Promise<ApiAnswer<OwnPointView>>;
  changeOwnPoint: (id: string, point: OwnPointRequest) => Promise<ApiAnswer<OwnPointView>>;
  removeOwnPoint: (id: string) => Promise<ApiAnswer<unknown>>;
  restoreOwnPoint: (id: string) => Promise<ApiAnswer<unknown>>;
  takeStance: (elementId: string, stance: StanceRequest) => Promise<ApiAnswer<unknown>>;
  leaveStance: (elementId: string) => Promise<ApiAnswer<unknown>>;
  saveLoop: (name: string, elementIds: string[]) => Promise<ApiAnswer<SavedLoopView>>;
  renameLoop: (id: string, name: string) => Promise<ApiAnswer<SavedLoopView>>;
  deleteLoop: (id: string) => Promise<ApiAnswer<unknown>>;
};

/** What a person does to the map everybody sees; the new map is asked for as soon as the server said yes. */
export function useMapCommands(workshopId: string, refresh: () => void): MapCommands {
  return useMemo(() => {
    const run = async <Value>(method: Exclude<ApiMethod, 'GET'>, path: string, body?: unknown) => {
      const answer = await callApi<Value>(method, path, body);
      if (answer.ok) refresh();
      return answer;
    };
    return {
      addOwnPoint: (point) => run('POST', mapPaths.ownPoints(workshopId), point),
      changeOwnPoint: (id, point) => run('PATCH', mapPaths.ownPoint(workshopId, id), point),
      removeOwnPoint: (id) => run('DELETE', mapPaths.ownPoint(workshopId, id)),
      restoreOwnPoint: (id) => run('POST', mapPaths.restoreOwnPoint(workshopId, id)),
      takeStance: (elementId, stance) => run('PUT', mapPaths.stance(workshopId, elementId), stance),
      leaveStance: (elementId) => run('DELETE', mapPaths.stance(workshopId, elementId)),
      saveLoop: (name, elementIds) => run('POST', mapPaths.loops(workshopId), { name, elementIds }),
      renameLoop: (id, name) => run('PATCH', mapPaths.loop(workshopId, id), { name }),
      deleteLoop: (id) => run('DELETE', mapPaths.loop(workshopId, id)),
    };
  }, [workshopId, refresh]);
}
