'use client';
import type { ReactNode } from 'react';
import type { Crumb } from '@/lib/domain/graph/describe-element';
import type { InterventionsOn } from '@/lib/domain/graph/intervention-links';
import { nlMap } from '@/lib/messages/nl-map';
import { ElementLink } from '../element-link';
import { type ElementName, inWords } from '../element-names';
import { useMapData } from '../map-data';
import styles from './card.module.css';

const words = nlMap.card;

/** An intervention point as a link: its ball, its words, and whether it is the group's own. */
export function PointLink({ name, children }: { name: ElementName; children?: ReactNode }) {
  const isOwn = name.kind === 'own';
  return (
    <span className={styles.pointLink}>
      <span className={`${styles.ball} ${isOwn ? styles.ownBall : ''}`}>{name.number}</span>
      <span>
        <ElementLink elementId={name.id}>{name.label}</ElementLink>
        {isOwn && <span className={styles.soft}> ({words.notFromReport})</span>}
        {children}
      </span>
    </span>
  );
}

/** What lies directly in it, or what a point concerns, as links. */
export function Crumbs({ crumbs }: { crumbs: readonly Crumb[] }) {
  const { schema } = useMapData();
  return (
    <ul className={styles.plain}>
      {crumbs.map(({ id, label, number, kind }) => {
        const name = schema?.nameOf(id);
        return (
          <li key={id}>
            <ElementLink elementId={id}>
              {name ? inWords(name) : kind === 'point' ? label : `${number} ${label}`}
            </ElementLink>
          </li>
        );
      })}
    </ul>
  );
}

/** Elements by id, as links; what is not there is left out. */
export function ElementLinks({ ids }: { ids: readonly string[] }) {
  const { schema } = useMapData();
  const names = ids.map((id) => schema?.nameOf(id)).filter((name) => name != null);
  return (
    <ul className={styles.plain}>
      {names.map((name) => (
        <li key={name.id}>
          <ElementLink elementId={name.id}>{inWords(name)}</ElementLink>
        </li>
      ))}
    </ul>
  );
}

/** Points of the report and of the group on this element, in it and around it. */
export function PointsOn({ elementId, on }: { elementId: string; on: InterventionsOn }) {
  const { schema, group } = useMapData();
  const nodes = schema?.graph.nodes;
  const isInside = (id: string) => nodes?.get(id)?.path.includes(elementId) === true;
  const own = group.map.ownPoints.filter(({ concerns }) => concerns.some((id) => id === elementId || isInside(id)));
  const elsewhere = [...on.within, ...on.around].filter(({ interventionId }) => !on.direct.includes(interventionId));
  const seen = new Set<string>();
  const rows = [
    ...on.direct.map((id) => ({ id, at: null })),
    ...elsewhere.map(({ interventionId, elementId: at }) => ({ id: interventionId, at })),
    ...own.map(({ id }) => ({ id, at: null })),
  ].filter(({ id }) => !seen.has(id) && seen.add(id));
  if (rows.length === 0) return <p className={styles.soft}>{words.noInterventions}</p>;
  return (
    <ul className={styles.plain}>
      {rows.map(({ id, at }) => {
        const name = schema?.nameOf(id);
        const place = at ? schema?.nameOf(at) : null;
        return (
          name && (
            <li key={id}>
              <PointLink name={name}>
                {place && <span className={styles.soft}> – {words.interventionOn(inWords(place))}</span>}
              </PointLink>
            </li>
          )
        );
      })}
    </ul>
  );
}
