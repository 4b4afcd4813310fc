import type { WorkshopState } from '@/lib/api/contracts';
import { readWorkshopSnapshot } from '@/lib/db/workshop-snapshot';
import type { Viewer } from '@/lib/domain/people/viewer';
import { liveHub } from './live-hub';
import { prepareState, stateBody, stateText } from './present-state';

export type ReadState = { text: string; state: () => WorkshopState };

/** The state document of one recipient, now; null when the workshop is gone. */
export async function readState(viewer: Viewer, now: Date): Promise<ReadState | null> {
  const snapshot = await readWorkshopSnapshot(viewer.workshopId, now);
  if (!snapshot) return null;
  const here = liveHub().here(viewer.workshopId).add(viewer.key);
  const body = stateBody(prepareState(snapshot, here), viewer);
  const text = stateText(body, now);
  return { text, state: () => JSON.parse(text) as WorkshopState };
}
