import type { Layer, Template } from '@/lib/domain/template/template';
import { nlList } from '@/lib/messages/nl-workshop';

/** A place an arrow of the schema goes to: a layer, or a set of layers in words. */
export type LinkEnd = { layer: Layer } | { text: string };
export type LayerLinks = { leadsTo: LinkEnd[]; comesFrom: LinkEnd[]; worksOn: LinkEnd[]; getsFrom: LinkEnd[] };

const SET_NAMES: Record<string, string> = {
  all: nlList.wholeSchema,
  'track:left': nlList.leftTrack,
  'track:right': nlList.rightTrack,
};

/** Whether `end` of an arrow is this layer, or a set that holds it. */
function covers(end: string, layer: Layer): boolean {
  return end === layer.id || end === 'all' || end === `track:${layer.track}`;
}

/** The arrows of the schema between layers, as words: with the arrow is 'leidt tot', against it 'komt voort uit'. */
export function layerLinks(template: Template, layer: Layer): LayerLinks {
  const graph = template.layerGraph ?? { upward: [], downward: [], side: [] };
  const arrows = [...graph.upward, ...graph.downward];
  const toEnd = (id: string): LinkEnd[] => {
    const found = template.layers.find((other) => other.id === id);
    return found ? [{ layer: found }] : SET_NAMES[id] ? [{ text: SET_NAMES[id] }] : [];
  };
  const notSelf = ([from]: readonly [string, string]) => from !== layer.id;
  return {
    leadsTo: arrows.filter(([from]) => from === layer.id).flatMap(([, to]) => toEnd(to)),
    comesFrom: arrows
      .filter(notSelf)
      .filter(([, to]) => covers(to, layer))
      .flatMap(([from]) => toEnd(from)),
    worksOn: graph.side.filter(([from]) => from === layer.id).flatMap(([, to]) => toEnd(to)),
    getsFrom: graph.side
      .filter(notSelf)
      .filter(([, to]) => covers(to, layer))
      .flatMap(([from]) => toEnd(from)),
  };
}
