'use client';
import { useMemo } from 'react';
import { linksBetween, samePlacePairs } from '@/lib/domain/graph/intervention-links';
import { nlMap } from '@/lib/messages/nl-map';
import { type MapData, useMapData } from '../map-data';
import styles from './card.module.css';
import { PointLink } from './card-lists';
import { CardSection } from './card-section';

type Schema = NonNullable<MapData['schema']>;
const words = nlMap.card;

function PointList({ schema, ids }: { schema: Schema; ids: readonly string[] }) {
  const names = ids.map((id) => schema.nameOf(id)).filter((name) => name !== null);
  return (
    <ul className={styles.plain}>
      {names.map((name) => (
        <li key={name.id}>
          <PointLink name={name} />
        </li>
      ))}
    </ul>
  );
}

/** Points that lie on the same parts, of the report and of the group. */
function useOnSameParts({ template }: Schema, id: string): string[] {
  const { ownPoints } = useMapData().group.map;
  return useMemo(
    () =>
      samePlacePairs([...template.interventionPoints, ...ownPoints]).flatMap(([one, other]) =>
        one === id ? [other] : other === id ? [one] : [],
      ),
    [template, ownPoints, id],
  );
}

/** How an intervention point hangs together with others: as the report says it, and because they share a place. */
export function LinkedPoints({ schema, id }: { schema: Schema; id: string }) {
  const { pairs, inWords } = useMemo(() => linksBetween(schema.template), [schema.template]);
  const stated = pairs.flatMap(({ from, to }) => (from === id ? [to] : to === id ? [from] : []));
  const same = useOnSameParts(schema, id);
  if (stated.length + same.length === 0) return null;
  return (
    <CardSection title={words.linked} open={false}>
      {inWords.map(({ relationId, label }) => (
        <p key={relationId} className={styles.soft}>
          {label}
        </p>
      ))}
      {stated.length > 0 && <PointList schema={schema} ids={stated} />}
      {same.length > 0 && (
        <>
          <h4>{words.samePlace}</h4>
          <PointList schema={schema} ids={same} />
        </>
      )}
    </CardSection>
  );
}
