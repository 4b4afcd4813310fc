'use client';
import { useMemo } from 'react';
import { Button } from '@/components/ui/button';
import { findLoops, loopsThrough } from '@/lib/domain/graph/find-loops';
import { type FollowDirection, followEffect, followFrom } from '@/lib/domain/graph/follow-effect';
import { influence } from '@/lib/domain/graph/influence';
import type { SchemaGraph } from '@/lib/domain/graph/schema-graph';
import { nlGuide } from '@/lib/messages/nl-guide';
import { nlMap } from '@/lib/messages/nl-map';
import { inWords } from '../element-names';
import { useMapData } from '../map-data';
import { useMapView } from '../map-view';
import { LoopList } from '../reading/loop-list';
import styles from './card.module.css';

const words = nlMap.card;
const DIRECTIONS: [FollowDirection, string][] = [
  ['up', words.followUp],
  ['down', words.followDown],
  ['both', words.followBoth],
];

/** 'Volg het effect': fades what an effect does not reach, and says in words what it does reach. */
export function FollowEffect({
  graph,
  elementId,
  concerns,
}: {
  graph: SchemaGraph;
  elementId: string;
  /** of a point of the group */
  concerns: readonly string[] | null;
}) {
  const { settings, change } = useMapView();
  const followed = settings.follow?.elementId === elementId ? settings.follow.direction : null;
  const effect = useMemo(() => {
    if (!followed) return null;
    return concerns ? followFrom(graph, concerns, followed) : followEffect(graph, elementId, followed);
  }, [graph, elementId, concerns, followed]);
  return (
    <fieldset className={styles.follow}>
      <legend>{words.follow}</legend>
      <div className={styles.segments}>
        {DIRECTIONS.map(([direction, label]) => (
          <Button
            key={direction}
            data-command="element.follow"
            aria-pressed={followed === direction}
            variant={followed === direction ? 'primary' : 'secondary'}
            onClick={() => change({ follow: followed === direction ? null : { elementId, direction } })}
          >
            {label}
          </Button>
        ))}
      </div>
      <p className={styles.soft} role="status">
        {effect
          ? `${words.reached(Math.max(0, effect.reached.size - 1))} ${effect.returnsToStart ? words.returns : ''}`
          : words.followHint}
      </p>
      {followed && (
        <Button variant="quiet" onClick={() => change({ follow: null })}>
          {words.followStop}
        </Button>
      )}
    </fieldset>
  );
}

/** How far it works through, in figures that help looking and prove nothing. */
export function InfluenceFigures({ graph, elementId }: { graph: SchemaGraph; elementId: string }) {
  const { schema } = useMapData();
  const { downstream, upstream, loops, via } = influence(graph, elementId);
  const figures = nlGuide.influence;
  const layer = via ? schema?.nameOf(via) : null;
  if (downstream + upstream + loops === 0) return null;
  return (
    <details className={styles.influence}>
      <summary>{figures.title}</summary>
      <ul>
        <li>
          {figures.downstream(downstream)} <span className={styles.soft}>{figures.explain.downstream}</span>
        </li>
        <li>
          {figures.upstream(upstream)} <span className={styles.soft}>{figures.explain.upstream}</span>
        </li>
        <li>
          {figures.loops(loops, findLoops(graph).length)} <span className={styles.soft}>{figures.explain.loops}</span>
        </li>
      </ul>
      <p className={styles.soft}>
        {layer && `${figures.via(inWords(layer))} `}
        {figures.help}
      </p>
    </details>
  );
}

const FEW = 6;

/** Loops on which it lies: to show, and to save under a name. */
export function LoopsThrough({ graph, elementId }: { graph: SchemaGraph; elementId: string }) {
  const loops = loopsThrough(graph, elementId);
  if (loops.length === 0) return <p className={styles.soft}>{nlGuide.loops.none}</p>;
  return (
    <>
      <LoopList loops={loops.slice(0, FEW)} />
      {loops.length > FEW && (
        <details>
          <summary>{nlMap.loops.more(loops.length)}</summary>
          <LoopList loops={loops.slice(FEW)} />
        </details>
      )}
    </>
  );
}
