import { SEARCH_KINDS, type SearchAnswer, type SearchHit } from '@/lib/api/evidence-contracts';
import type { FoundEntry } from '@/lib/db/search/find-entries';
import type { SectionPlace } from '@/lib/db/search/section-places';
import { anchorsOf } from '@/lib/domain/evidence/anchor';
import { excerptOf } from '@/lib/domain/search/excerpt';
import type { Template } from '@/lib/domain/template/template';
import { parentIds, pathUp } from '@/lib/domain/template/template-tree';
import { nlHits as nl } from '@/lib/messages/nl-hits';

type HitContext = {
  template: Template;
  /** own points of the group: id → 'E1 label' */
  ownPoints: ReadonlyMap<string, string>;
  sections: ReadonlyMap<string, SectionPlace>;
  isFound: (word: string) => boolean;
};

type Names = {
  labelOf: (id: string) => string | null;
  pathOf: (id: string) => string;
  elementAt: (anchor: string) => string | null;
};

function namesOf({ template, ownPoints }: HitContext): Names {
  const { layers, blocks, groups, points, clusters, interventionPoints } = template;
  const labels = new Map(ownPoints);
  for (const { id, name } of layers) labels.set(id, name);
  for (const { id, label } of [...blocks, ...groups, ...points, ...clusters, ...interventionPoints])
    labels.set(id, label);
  const parents = parentIds(template);
  for (const { id, clusterId } of interventionPoints) parents.set(id, clusterId);
  const anchored = new Map([...anchorsOf(template)].map(([id, anchor]) => [anchor, id]));
  return {
    labelOf: (id) => labels.get(id) ?? null,
    pathOf: (id) =>
      pathUp(parents, id)
        .ids.slice(1)
        .toReversed()
        .flatMap((above) => labels.get(above) ?? [])
        .join(nl.step),
    elementAt: (anchor) => anchored.get(anchor) ?? null,
  };
}

type Shown = Pick<SearchHit, 'title' | 'where' | 'opens'> & { text: string };

function showAttached({ kind, body, elementId }: FoundEntry, { labelOf }: Names): Shown {
  // What a note hung on may be gone; then it lies loose.
  const label = elementId && labelOf(elementId);
  const where = label ? nl.noteOn(label) : nl.looseNote;
  const title = kind === 'note' ? nl.note : nl.fact;
  return { title, where, text: body, opens: { elementId: label ? elementId : null, sectionId: null } };
}

function showPassage({ body, sectionId, anchor }: FoundEntry, { elementAt }: Names, place?: SectionPlace): Shown {
  return {
    title: place?.label ?? '',
    where: place ? [place.source, ...place.path].join(nl.step) : '',
    text: body,
    opens: { elementId: anchor ? elementAt(anchor) : null, sectionId },
  };
}

function show(entry: FoundEntry, names: Names, { sections, isFound }: HitContext): Shown {
  const { kind, ref, title, body, elementId, sectionId } = entry;
  const place = sections.get(sectionId ?? '');
  if (kind === 'note' || kind === 'fact') return showAttached(entry, names);
  if (kind === 'quote' || kind === 'text') return showPassage(entry, names, place);
  if (kind === 'section') return { ...showPassage(entry, names, place), title, text: title };
  if (kind === 'own-point') {
    const text = excerptOf(body, isFound).marks.length > 0 ? body : title;
    return { title, where: nl.ownPoint, text, opens: { elementId, sectionId: null } };
  }
  const isEssence = kind === 'layer' && excerptOf(title, isFound).marks.length === 0;
  const opens = { elementId: ref, sectionId: null };
  return { title, where: names.pathOf(ref), text: isEssence ? body : title, opens };
}

/** [SR6] Groups in the order of SEARCH_KINDS, without the empty ones. */
export function presentHits(entries: readonly FoundEntry[], context: HitContext): SearchAnswer['groups'] {
  const names = namesOf(context);
  return SEARCH_KINDS.flatMap((kind) => {
    const found = entries.filter((entry) => entry.kind === kind);
    const hits = found.map((entry): SearchHit => {
      const { title, text, where, opens } = show(entry, names, context);
      return { kind, id: entry.ref, title, ...excerptOf(text, context.isFound), opens, where };
    });
    return hits.length > 0 ? [{ kind, total: found[0]?.total ?? hits.length, hits }] : [];
  });
}
