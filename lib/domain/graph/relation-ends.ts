import type { Relation, Template } from '../template/template';

type End = Relation['from'][number];

/** These say where something occurs or what belongs together, not what causes what. */
export const KINDS_OF_OCCURRENCE: readonly Relation['kind'][] = ['occurs-at-all-levels', 'occurs-at-levels'];
const KINDS_NOT_WALKED: readonly Relation['kind'][] = [
  ...KINDS_OF_OCCURRENCE,
  'runs-through',
  'cross-reference',
  'between-intervention-points',
];
/** What climbs enters a track at its foot; what works on a track (harm, politics, column) works on all of it. */
const CLIMBING: readonly string[] = ['upward', 'carries', 'meeting', 'drawn-up'];

export const isWalked = ({ edge, general, kind }: Relation): boolean =>
  edge && !general && !KINDS_NOT_WALKED.includes(kind);

const trackOf = (template: Template, ref: string): string[] =>
  template.layers
    .filter(({ track }) => `track:${track}` === ref)
    .sort((a, b) => a.order - b.order)
    .map(({ id }) => id);

/** The elements a cause stands for; a track hands over at its top layer. */
export function causesNamed(template: Template, refs: readonly string[], known: ReadonlySet<string>): string[] {
  return refs.flatMap((ref) =>
    ref.startsWith('track:') ? trackOf(template, ref).slice(-1) : known.has(ref) ? [ref] : [],
  );
}

/** The elements an effect stands for: see CLIMBING for tracks. */
export function effectsNamed(
  template: Template,
  refs: readonly string[],
  known: ReadonlySet<string>,
  kind: string,
): string[] {
  return refs.flatMap((ref) => {
    if (!ref.startsWith('track:')) return known.has(ref) ? [ref] : [];
    return CLIMBING.includes(kind) ? trackOf(template, ref).slice(0, 1) : trackOf(template, ref);
  });
}

export const refsOf = (ends: readonly End[]): string[] => ends.flatMap((end) => ('ref' in end ? [end.ref] : []));

/** 'all', a set of intervention points, or a text: to be said in words. */
export const namesASet = (ends: readonly End[]): boolean =>
  ends.some((end) => 'text' in end || end.ref === 'all' || end.ref === 'intervention-points');
