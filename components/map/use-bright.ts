'use client';
import { useEffect, useMemo, useState } from 'react';
import { useBoardLink } from '@/components/board-link/board-link';
import type { ViewSettings } from '@/lib/api/map-contracts';
import { brightElements, litElements } from './bright';
import { type MapData, useMapData } from './map-data';

const NONE: ReadonlySet<string> = new Set();

/** Everything a note can be attached to. */
function noteables({ schema, group }: MapData): string[] {
  return [...(schema?.graph.nodes.keys() ?? []), ...group.map.ownPoints.map(({ id }) => id)];
}

/** Elements with a note on them; the board is opened only for who asks. */
function useNoted(isAsked: boolean): ReadonlySet<string> {
  const { link } = useBoardLink();
  const data = useMapData();
  const [noted, setNoted] = useState(NONE);
  useEffect(() => {
    if (!isAsked) return;
    const look = () => setNoted(new Set(noteables(data).filter((id) => link.notesOn(id).length > 0)));
    void link.need().then(look);
    return link.subscribeNotes(look);
  }, [isAsked, link, data]);
  return noted;
}

/** What stays bright for this person; null when nothing is filtered. `lit` goes before every filter. */
export function useBright(settings: ViewSettings, lit: readonly string[] | null): ReadonlySet<string> | null {
  const { schema, group, state } = useMapData();
  const noted = useNoted(settings.only === 'with-notes');
  const { ownPoints, facts, opened, stances } = group.map;
  const me = state.me.key;
  const graph = schema?.graph;
  return useMemo(() => {
    if (!graph) return null;
    if (lit) return litElements(graph, lit);
    const mine = stances.filter(({ person }) => person === me).map(({ elementId }) => elementId);
    return brightElements(settings, { graph, ownPoints, facts, opened, myStances: new Set(mine), noted });
  }, [graph, settings, lit, ownPoints, facts, opened, stances, me, noted]);
}
