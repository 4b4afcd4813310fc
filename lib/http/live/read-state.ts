import { readWorkshopSnapshot } from '@/lib/db/workshop-snapshot';
import type { Viewer } from '@/lib/domain/people/viewer';
import { liveHub } from './live-hub';
import { prepareState, stateBody, stateText } from './present-state';

/** The state document of one recipient, now: without its time, and whole; null when the workshop is gone. */
export async function readState(viewer: Viewer, now: Date): Promise<{ body: string; text: string } | null> {
  const snapshot = await readWorkshopSnapshot(viewer.workshopId, now);
  if (!snapshot) return null;
  const here = liveHub().here(viewer.workshopId).add(viewer.key);
  const body = stateBody(prepareState(snapshot, here), viewer);
  return { body, text: stateText(body, now) };
}
