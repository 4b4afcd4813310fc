import type { SectionStep, SectionView, SourceContents } from '@/lib/api/evidence-contracts';
import {
  type DocumentRow,
  findDocumentOfSection,
  findNewestDocuments,
  readAbbreviations,
} from '@/lib/db/evidence-documents';
import { type AnchoredPassage, findSectionOfPassage, findSectionPassages } from '@/lib/db/evidence-passages';
import { readSections, type SectionRow } from '@/lib/db/evidence-sections';
import { isUuid } from '@/lib/domain/is-uuid';
import type { Template } from '@/lib/domain/template/template';
import { contentsTree, findNode, pathTo } from './contents-tree';
import { elementsByAnchor } from './element-anchors';

/** [ES3] The newest version of every document with its contents. */
export async function readSources(): Promise<SourceContents[]> {
  const documents = await findNewestDocuments();
  return Promise.all(
    documents.map(async ({ importedAt, ...document }) => ({
      ...document,
      importedAt: importedAt.toISOString(),
      contents: contentsTree(await readSections(document.id)),
    })),
  );
}

const step = ({ id, number, title }: SectionRow): SectionStep => ({ id, number, title });

/** [ES4] One section to read, of whatever version; null when there is none. */
export async function readSection(template: Template, sectionId: string): Promise<SectionView | null> {
  const document = isUuid(sectionId) ? await findDocumentOfSection(sectionId) : null;
  if (!document) return null;
  const [sections, passages, abbreviations, newer] = await Promise.all([
    readSections(document.id),
    findSectionPassages(sectionId),
    readAbbreviations([document.id]),
    document.newest ? null : readNewest(document.slug),
  ]);
  const at = sections.findIndex(({ id }) => id === sectionId);
  const here = sections[at];
  const node = findNode(contentsTree(sections), sectionId);
  if (!here || !node) return null;
  const path = pathTo(sections, sectionId);
  const beside = (offset: number) => sections[at + offset] ?? null;
  const [previous, next] = [beside(-1), beside(1)];
  return {
    ...step(here),
    level: here.level,
    source: { slug: document.slug, title: document.title, version: document.version, newest: document.newest },
    path: path.map(step),
    passages: passages.map(({ passage }) => passage),
    children: node.children,
    elements: elementsOf(template, document, path[0] ?? here, passages),
    abbreviations,
    previous: previous && step(previous),
    next: next && step(next),
    newer: newer && sameSection(newer, here),
  };
}

async function readNewest(slug: string): Promise<SectionRow[]> {
  const document = (await findNewestDocuments()).find((found) => found.slug === slug);
  return document ? readSections(document.id) : [];
}

/** By number and title, else by one of both: a new version may have renumbered it or said it better. */
function sameSection(sections: readonly SectionRow[], { level, number, title }: SectionRow): SectionStep | null {
  const alike = sections.filter((section) => section.level === level);
  const found =
    alike.find((section) => section.number === number && section.title === title) ??
    alike.find((section) => section.title === title) ??
    alike.find((section) => number !== null && section.number === number);
  return found ? step(found) : null;
}

/** Elements that refer to the chapter, and elements that passages right here belong to; in template order, each once. */
function elementsOf(
  template: Template,
  document: DocumentRow,
  chapter: SectionRow,
  passages: readonly AnchoredPassage[],
): string[] {
  const refers = template.references.filter(
    ({ anthology, chapter: number }) =>
      document.kind === 'anthology' && anthology === 'problemen-en-oorzaken' && number === Number(chapter.number),
  );
  const byAnchor = elementsByAnchor(template);
  const anchored = passages.flatMap(({ anchor }) => byAnchor.get(anchor ?? '') ?? []);
  return [...new Set([...refers.map(({ parentId }) => parentId), ...anchored])];
}

/** The section a passage stands in, of whatever version; null when there is none. */
export async function readPassagePlace(passageId: string): Promise<string | null> {
  return isUuid(passageId) ? findSectionOfPassage(passageId) : null;
}
