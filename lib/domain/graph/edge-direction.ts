import type { Layer, Template } from '../template/template';
import type { EdgeDirection, GraphNode } from './schema-graph';

type Level = { track: Layer['track']; rank: number | null };

const inOrder = (template: Template, track: Layer['track']): Layer[] =>
  template.layers.filter((layer) => layer.track === track).sort((a, b) => a.order - b.order);

/** How high each layer stands: base, then both tracks side by side, then what goes across. Column and corner stand beside it. */
export function layerLevels(template: Template): Map<string, Level> {
  const base = inOrder(template, 'base');
  const left = inOrder(template, 'left');
  const right = inOrder(template, 'right');
  const above = base.length + Math.max(left.length, right.length);
  const ranked = (list: Layer[], from: number): [string, Level][] =>
    list.map(({ id, track }, index) => [id, { track, rank: from + index }]);
  const beside = [...inOrder(template, 'column'), ...inOrder(template, 'corner')];
  return new Map([
    ...ranked(base, 0),
    ...ranked(left, base.length),
    ...ranked(right, base.length),
    ...ranked(inOrder(template, 'across'), above),
    ...beside.map(({ id, track }): [string, Level] => [id, { track, rank: null }]),
  ]);
}

/** The place of both ends decides; only harm that comes back to the column or the corner goes by its kind. */
export function edgeDirection(
  levels: ReadonlyMap<string, Level>,
  from: GraphNode,
  to: GraphNode,
  harmReturns: boolean,
): EdgeDirection {
  if (from.layerId === to.layerId) return 'within';
  const lower = levels.get(from.layerId ?? '');
  const upper = levels.get(to.layerId ?? '');
  if (!lower || !upper || lower.rank === null || upper.rank === null) return harmReturns ? 'down' : 'side';
  const tracks = new Set([lower.track, upper.track]);
  if (tracks.has('left') && tracks.has('right')) return 'side';
  return upper.rank > lower.rank ? 'up' : 'down';
}
