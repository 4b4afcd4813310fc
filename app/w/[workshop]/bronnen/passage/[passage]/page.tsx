import { redirect } from 'next/navigation';
import { readWorkshop } from '@/app/page-data';
import { passageHref } from '@/components/evidence/quote';
import { evidencePaths } from '@/lib/api/evidence-contracts';
import { readPassagePlace } from '@/lib/http/evidence/read-sources';

/** A note keeps the passage it came from; this leads to the section that holds it, at that passage; a passage that is no more leads to the page that says so. */
export default async function PassagePage({ params }: { params: Promise<{ workshop: string; passage: string }> }) {
  const { workshop, passage } = await params;
  const state = await readWorkshop(workshop);
  const section = await readPassagePlace(passage);
  redirect(section ? passageHref(state.id, passage, section) : evidencePaths.section(state.id, passage));
}
