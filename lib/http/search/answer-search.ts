import type { SearchAnswer } from '@/lib/api/evidence-contracts';
import { ownPointLabels } from '@/lib/db/map/own-points';
import { searchWorkshop } from '@/lib/db/search/search-workshop';
import { sectionPlaces } from '@/lib/db/search/section-places';
import { readTemplate } from '@/lib/db/templates';
import { findWorkshop } from '@/lib/db/workshops';
import { nlHits } from '@/lib/messages/nl-hits';
import { presentHits } from './present-hits';

/** Searches a workshop for these words of a query, and says what was found as people see it. */
export async function answerSearch(workshopId: string, query: string, words: readonly string[]): Promise<SearchAnswer> {
  if (words.length === 0) return { query, groups: [], instead: null };
  const [{ templateVersionId }, { entries, isFound, instead, join }] = await Promise.all([
    findWorkshop(workshopId),
    searchWorkshop(workshopId, words),
  ]);
  const [template, ownPoints, sections] = await Promise.all([
    readTemplate(templateVersionId),
    ownPointLabels(workshopId),
    sectionPlaces([...new Set(entries.flatMap(({ sectionId }) => sectionId ?? []))]),
  ]);
  return {
    query,
    groups: presentHits(entries, { template, ownPoints, sections, isFound }),
    instead: instead?.join(join === 'or' ? nlHits.or : ' ') ?? null,
  };
}
