import type { Explanations } from '@/lib/domain/explain/explanations';

/** One import per template: a browser fetches one small file (6 kB), once, and only when a card asks for it. */
const FILES: Record<string, () => Promise<{ default: { explanations: Explanations } }>> = {
  'probleem-en-oorzakenschema': () => import('@/prisma/templates/uitleg/probleem-en-oorzakenschema.json'),
};

/** The explanations of a template; null when we wrote none for it. Rejects when the browser cannot fetch them. */
export async function explanationsFor(slug: string): Promise<Explanations | null> {
  const load = Object.hasOwn(FILES, slug) ? FILES[slug] : undefined;
  return load ? (await load()).default.explanations : null;
}
