/** What one person chose and saw. Nobody else reads these rows, and the version of the map stays as it is. */
import type { MyMap, SavedViewView, ViewSettings } from '@/lib/api/map-contracts';
import { ViewSettingsSchema } from '@/lib/api/map-requests';
import { hasRoom } from '@/lib/domain/map/map-bounds';
import { ok, type Result, refuse } from '@/lib/domain/result';
import { pgPool, prisma } from '../client';
import { inTransaction } from '../transaction';
import { bumpMapVersion } from './change-map';

/** `persons`: the keys of whoever asks; new rows stand under the first. */
type Mine = { workshopId: string; persons: readonly [string, ...string[]] };

/** [MP11] */
export async function readMyMap({ workshopId, persons }: Mine): Promise<MyMap> {
  const where = { workshopId, person: { in: [...persons] } };
  const [opened, views, tours] = await Promise.all([
    prisma().openedElement.findMany({ where, select: { elementId: true } }),
    prisma().savedView.findMany({ where, orderBy: [{ createdAt: 'asc' }, { id: 'asc' }] }),
    prisma().seenTour.count({ where }),
  ]);
  return {
    opened: [...new Set(opened.map(({ elementId }) => elementId))],
    views: views.map(({ id, name, settings }) => ({ id, name, settings: ViewSettingsSchema.parse(settings) })),
    tourSeen: tours > 0,
  };
}

/** [MP11] The same name again replaces it; one after the other per person, so that the bound holds. */
export function saveView(
  { workshopId, persons }: Mine,
  { name, settings }: { name: string; settings: ViewSettings },
): Promise<Result<SavedViewView, 'too-many-views'>> {
  const [person] = persons;
  return inTransaction(async (tx) => {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`views ${workshopId} ${person}`}, 0))`;
    const own = { workshopId, person: { in: [...persons] } };
    const there = await tx.savedView.findFirst({ where: { ...own, name }, select: { id: true } });
    if (there) {
      await tx.savedView.update({ where: { id: there.id }, data: { settings } });
      return ok({ id: there.id, name, settings });
    }
    if (!hasRoom('views', { live: await tx.savedView.count({ where: own }) })) return refuse('too-many-views');
    const { id } = await tx.savedView.create({ data: { workshopId, person, name, settings } });
    return ok({ id, name, settings });
  });
}

export async function removeView({ workshopId, persons }: Mine, id: string): Promise<boolean> {
  const { count } = await prisma().savedView.deleteMany({ where: { id, workshopId, person: { in: [...persons] } } });
  return count > 0;
}

// The outer select sees the table as it was before the insert.
const OPEN = `
  WITH fresh AS (
    INSERT INTO opened_elements (workshop_id, person, element_id)
    SELECT $1, $2, e FROM unnest($3::text[]) AS e
    WHERE NOT EXISTS (SELECT 1 FROM opened_elements o WHERE o.workshop_id = $1 AND o.person = ANY($4) AND o.element_id = e)
    ON CONFLICT DO NOTHING RETURNING element_id)
  SELECT EXISTS (SELECT 1 FROM fresh f WHERE NOT EXISTS (
    SELECT 1 FROM opened_elements o WHERE o.workshop_id = $1 AND o.element_id = f.element_id)) AS first`;

/** [MP12] Answers whether one of them had been opened by nobody before. */
export async function addOpened({ workshopId, persons }: Mine, elementIds: readonly string[]): Promise<boolean> {
  const values = [workshopId, persons[0], [...elementIds], [...persons]];
  const { rows } = await pgPool().query<{ first: boolean }>({ name: 'map-opened', text: OPEN, values });
  return rows[0]?.first ?? false;
}

/** [MP12] Everybody hears that somebody opened something new. */
export async function tellCoverage(workshopId: string): Promise<void> {
  await inTransaction((tx) => bumpMapVersion(tx, workshopId));
}

/** [MP11] Once is for good. */
export async function markTourSeen({ workshopId, persons: [person] }: Mine): Promise<void> {
  await prisma().seenTour.createMany({ data: [{ workshopId, person }], skipDuplicates: true });
}
