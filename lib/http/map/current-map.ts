import { KeepLast } from '@/lib/db/keep-last';
import { type MapText, readMapText, readMapVersion } from '@/lib/db/map/read-map';

/** How many people opened what may be this old; everything else is as new as its version. */
const FRESH_MS = 10_000;

type Kept = MapText & { at: number };
const kept = new KeepLast<Kept>(50);
const reading = new Map<string, Promise<MapText>>();

async function readAndKeep(workshopId: string): Promise<MapText> {
  const read = await readMapText(workshopId);
  kept.set(workshopId, { ...read, at: performance.now() });
  return read;
}

/** [MP13] The map as JSON text. When a hall hears of a change at once, one reading serves all who ask for it. */
export async function currentMap(workshopId: string): Promise<string> {
  const version = await readMapVersion(workshopId);
  const known = kept.get(workshopId);
  if (known?.version === version && performance.now() - known.at < FRESH_MS) return known.text;
  // A reading that began at this version or later is new enough; one of an older version is not.
  const key = `${workshopId} ${version}`;
  const under = reading.get(key) ?? readAndKeep(workshopId).finally(() => reading.delete(key));
  reading.set(key, under);
  return (await under).text;
}
