import { type Result, refuse } from '@/lib/domain/result';
import { notifyWorkshopChanged, type Statement } from '../notify';
import { inTransaction, type Transaction } from '../transaction';

type MapWork<Value, Refusal extends string> = (tx: Transaction) => Promise<Result<Value, Refusal>>;

/** [MP7] Everybody inside hears that the map changed, and fetches it again. */
export async function bumpMapVersion(db: Statement, workshopId: string): Promise<void> {
  await db.$executeRaw`UPDATE workshops SET map_version = map_version + 1 WHERE id = ${workshopId}::uuid`;
  await notifyWorkshopChanged(db, workshopId);
}

/**
 * One change of the shared map: one after the other per workshop, so that numbers and bounds hold, and never after the
 * workshop was closed. `work` refuses before it writes. Keys of other tables may refer to the row meanwhile.
 */
export async function changeMap<Value, Refusal extends string>(
  workshopId: string,
  work: MapWork<Value, Refusal>,
): Promise<Result<Value, Refusal | 'workshop-closed'>> {
  return inTransaction(async (tx) => {
    const [row] = await tx.$queryRaw<{ closed: boolean }[]>`
      SELECT closed_at IS NOT NULL AS closed FROM workshops WHERE id = ${workshopId}::uuid FOR NO KEY UPDATE`;
    if (!row || row.closed) return refuse('workshop-closed');
    const result = await work(tx);
    if (result.ok) await bumpMapVersion(tx, workshopId);
    return result;
  });
}
