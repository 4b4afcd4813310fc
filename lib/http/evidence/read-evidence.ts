import type { ChapterView, ElementEvidence } from '@/lib/api/evidence-contracts';
import { type DocumentRow, findNewestDocuments, readAbbreviations } from '@/lib/db/evidence-documents';
import { type AnchoredPassage, findAnchoredPassages } from '@/lib/db/evidence-passages';
import { readSections } from '@/lib/db/evidence-sections';
import type { Reference, Template } from '@/lib/domain/template/template';
import { contentsTree } from './contents-tree';
import { elementPlaces } from './element-anchors';

/** [ES1] [ES2] What an element rests on, from the newest versions; null when the template does not hold it. */
export async function readEvidence(template: Template, elementId: string): Promise<ElementEvidence | null> {
  const places = elementPlaces(template, elementId);
  if (!places) return null;
  const documents = await findNewestDocuments();
  const ids = documents.map(({ id }) => id);
  const anthology = documents.find(({ kind }) => kind === 'anthology');
  const [found, chapters, abbreviations] = await Promise.all([
    findAnchoredPassages(ids, [...places.anchors.keys()]),
    readChapters(places.references, anthology),
    readAbbreviations(ids),
  ]);
  const has = (kind: DocumentRow['kind']): boolean => documents.some((document) => document.kind === kind);
  return {
    elementId,
    imported: { analysis: has('analysis'), report: has('report'), anthology: has('anthology') },
    ...byKind(found, places.anchors),
    chapters,
    abbreviations,
  };
}

type ByKind = Pick<ElementEvidence, 'wordings' | 'explanations' | 'quotes'>;

/** Wordings in the order of the template, because a document may tell things in another order. */
function byKind(found: readonly AnchoredPassage[], anchors: ReadonlyMap<string, string>): ByKind {
  const of = (kind: string) => found.filter(({ passage }) => passage.kind === kind).map(({ passage }) => passage);
  const order = new Map([...anchors.values()].map((id, at) => [id, at]));
  const placeOf = (id: string): number => order.get(id) ?? order.size;
  const wordings = found
    .filter(({ passage }) => passage.kind !== 'quote' && passage.kind !== 'explanation')
    .map(({ anchor, passage }) => ({ elementId: anchors.get(anchor ?? '') ?? '', passage }))
    .sort((a, b) => placeOf(a.elementId) - placeOf(b.elementId));
  return { wordings, explanations: of('explanation'), quotes: of('quote') };
}

async function readChapters(references: readonly Reference[], document?: DocumentRow): Promise<ChapterView[]> {
  const contents = document && references.length > 0 ? contentsTree(await readSections(document.id)) : [];
  return references.map(({ anthology, chapter, available }): ChapterView => {
    const there = available && anthology === 'problemen-en-oorzaken';
    const node = there ? contents.find(({ number }) => number !== null && Number(number) === chapter) : undefined;
    return {
      anthology,
      chapter,
      status: available ? (node ? 'here' : 'not-imported') : 'not-supplied',
      sectionId: node?.id ?? null,
      title: node?.title ?? null,
      quotes: node?.quotes ?? 0,
    };
  });
}
