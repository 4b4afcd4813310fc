import { readTemplate } from '@/lib/db/templates';
import { readWorkshopSnapshot } from '@/lib/db/workshop-snapshot';
import { findWorkshop } from '@/lib/db/workshops';
import { ballotItems } from '@/lib/domain/voting/ballot-items';
import { resultCsv } from '@/lib/domain/voting/result-csv';
import { refused } from '../answer';
import { handleInsideRequest } from '../handle-workshop-request';
import type { RoundParams } from './end-round';

function fileResponse(csv: string, closedAt: Date): Response {
  const name = `uitslag-${closedAt.toISOString().slice(0, 10)}.csv`;
  return new Response(csv, {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename="${name}"`,
      'Cache-Control': 'no-store',
    },
  });
}

/** GET /api/workshops/<id>/rounds/<roundId>/result.csv: for everybody inside, once there is a result ([B5]). */
export function resultFile(request: Request, { workshop: id, round: roundId }: RoundParams): Promise<Response> {
  return handleInsideRequest(request, id, async ({ now }) => {
    const snapshot = await readWorkshopSnapshot(id, now);
    const round = snapshot?.rounds.find((candidate) => candidate.id === roundId);
    if (!round) return refused('unknown-round');
    if (!round.closedAt) return refused('round-not-closed');
    if (!round.outcome?.tally) return refused('no-result');
    const { templateVersionId } = await findWorkshop(id);
    const labels = new Map(
      ballotItems(await readTemplate(templateVersionId)).map(({ number, label }) => [number, label]),
    );
    return fileResponse(resultCsv(round.outcome.tally, labels), round.closedAt);
  });
}
