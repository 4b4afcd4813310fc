import type { QuotePinView } from '@/lib/api/map-contracts';
import type { EvidenceKind, PassageKind } from '@/lib/domain/evidence/parsed-source';
import { hasRoom } from '@/lib/domain/map/map-bounds';
import { ok, type Result, refuse } from '@/lib/domain/result';
import type { Prisma } from '../generated/client';
import { changeMap } from './change-map';
import type { MayChange } from './own-points';

const WITH_PASSAGE = {
  passage: {
    include: {
      section: { select: { id: true, number: true, title: true } },
      document: { select: { slug: true, title: true, version: true, evidence: true } },
    },
  },
} as const satisfies Prisma.QuotePinInclude;
type PinRow = Prisma.QuotePinGetPayload<{ include: typeof WITH_PASSAGE }>;

function toView({ id, elementId, author, passage }: PinRow): QuotePinView {
  const { evidence, ...source } = passage.document;
  return {
    id,
    elementId,
    author,
    // The import writes these columns from the same two lists.
    passage: {
      id: passage.id,
      kind: passage.kind as PassageKind,
      text: passage.text,
      evidence: evidence as EvidenceKind,
      source,
      section: passage.section,
    },
  };
}

type NewPin = { workshopId: string; elementId: string; passageId: string; author: string };
type NewPinRefusal = 'unknown-passage' | 'too-many-pins';

/** [MP10] Pinning twice is pinning once: the second gets the first. */
export function insertPin({ workshopId, elementId, passageId, author }: NewPin) {
  return changeMap(workshopId, async (tx): Promise<Result<QuotePinView, NewPinRefusal>> => {
    const key = { workshopId_elementId_passageId: { workshopId, elementId, passageId } };
    const there = await tx.quotePin.findUnique({ where: key, include: WITH_PASSAGE });
    if (there) return ok(toView(there));
    if (!(await tx.sourcePassage.findUnique({ where: { id: passageId }, select: { id: true } })))
      return refuse('unknown-passage');
    if (!hasRoom('pins', { live: await tx.quotePin.count({ where: { workshopId } }) })) return refuse('too-many-pins');
    const data = { workshopId, elementId, passageId, author };
    return ok(toView(await tx.quotePin.create({ data, include: WITH_PASSAGE })));
  });
}

export function removePin(workshopId: string, id: string, mayChange: MayChange) {
  return changeMap(workshopId, async (tx): Promise<Result<true, 'unknown-pin' | 'not-yours'>> => {
    const found = await tx.quotePin.findFirst({ where: { id, workshopId } });
    if (!found) return refuse('unknown-pin');
    if (!mayChange(found.author)) return refuse('not-yours');
    await tx.quotePin.delete({ where: { id } });
    return ok(true);
  });
}
