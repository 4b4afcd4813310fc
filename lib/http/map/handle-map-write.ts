import { keysOf, mayChange, refuseWriting } from '@/lib/domain/map/map-rights';
import { type Answer, refused } from '../answer';
import { handleInsideRequest } from '../handle-workshop-request';

/** Somebody who may write on the map. */
type MapWriter = {
  workshopId: string;
  /** key of the person, as it is stored with what they make */
  author: string;
  /** all keys this person has had here; the first is `author` */
  persons: [string, ...string[]];
  mayChange: (author: string) => boolean;
};

/** [MP1] For participants and the facilitator of a workshop that is open. */
export function handleMapWrite(
  request: Request,
  workshop: string,
  run: (writer: MapWriter) => Promise<Answer>,
): Promise<Response> {
  return handleInsideRequest(request, workshop, async ({ viewer }) => {
    const refusal = refuseWriting(viewer);
    if (refusal) return refused(refusal);
    return run({
      workshopId: viewer.workshopId,
      author: viewer.key,
      persons: keysOf(viewer),
      mayChange: (author) => mayChange(viewer, author),
    });
  });
}
