'use client';
import { type ReactNode, type Ref, useEffect, useMemo } from 'react';
import { useBoardLink } from '@/components/board-link/board-link';
import { EvidenceSection } from '@/components/evidence/evidence-section';
import type { OwnPointView, PassageView } from '@/lib/api/map-contracts';
import { MAX_TEXT_LENGTH } from '@/lib/collab/records';
import { explanationOf } from '@/lib/domain/explain/explanations';
import { describeElement, type ElementFacts } from '@/lib/domain/graph/describe-element';
import { nlCommon } from '@/lib/messages/nl';
import { nlGuide } from '@/lib/messages/nl-guide';
import { nlMap } from '@/lib/messages/nl-map';
import { type ElementName, inWords } from '../element-names';
import { type MapData, useMapData } from '../map-data';
import { nameOf } from '../people-names';
import { useExplanations } from '../use-explanations';
import styles from './card.module.css';
import { CardActions } from './card-actions';
import { FollowEffect, InfluenceFigures, LoopsThrough } from './card-follow';
import { CardHead } from './card-head';
import { Crumbs, ElementLinks, PointsOn } from './card-lists';
import { CardSection } from './card-section';
import { DilemmaStance, StandHere } from './card-stance';
import { CardSteps } from './card-steps';
import { LinkedPoints } from './linked-points';

const words = nlMap.card;

type Schema = NonNullable<MapData['schema']>;

/** Marks an element as opened by this person, once. */
function useOpened(elementId: string): void {
  const { own } = useMapData();
  const { markOpened } = own;
  useEffect(() => {
    markOpened([elementId]);
  }, [elementId, markOpened]);
}

/** The page is called after its card, also in the browser's history. */
function usePageTitle(title: string): void {
  useEffect(() => {
    const before = document.title;
    document.title = nlCommon.title(title);
    return () => {
      document.title = before;
    };
  }, [title]);
}

function quoteLabel({ source, section }: PassageView): string {
  return `${source.title} ${section.number ?? section.title}`.slice(0, 160);
}

function Effects({ schema, facts }: { schema: Schema; facts: ElementFacts }) {
  const { graph } = schema;
  // An intervention point acts through what it concerns; the schema draws no arrows of its own to it.
  const isPoint = facts.kind === 'intervention';
  return (
    <>
      {!isPoint && (
        <CardSection title={words.restsOn}>
          <CardSteps steps={facts.restsOn} none={nlGuide.nothingUnderneath} />
        </CardSection>
      )}
      <CardSection title={words.leadsTo}>
        {!isPoint && <CardSteps steps={facts.leadsTo} none={nlGuide.leadsNowhere} />}
        <FollowEffect graph={graph} elementId={facts.id} concerns={null} />
        <InfluenceFigures graph={graph} elementId={facts.id} />
      </CardSection>
      <CardSection title={words.loops} open={false}>
        <LoopsThrough graph={graph} elementId={facts.id} />
      </CardSection>
    </>
  );
}

/** What the schema says of one of its elements. */
function FromTemplate({ schema, facts }: { schema: Schema; facts: ElementFacts }) {
  const isPoint = facts.kind === 'intervention';
  return (
    <>
      {facts.poles && <DilemmaStance elementId={facts.id} poles={facts.poles} />}
      {facts.children.length > 0 && (
        <CardSection title={words.problems} count={facts.children.length}>
          <Crumbs crumbs={facts.children} />
        </CardSection>
      )}
      {facts.children.length === 0 && facts.emptyReason && <p className={styles.soft}>{facts.emptyReason}</p>}
      {facts.concerns.length > 0 && (
        <CardSection title={words.concerns} count={facts.concerns.length}>
          <Crumbs crumbs={facts.concerns} />
        </CardSection>
      )}
      <Effects schema={schema} facts={facts} />
      {isPoint && <LinkedPoints schema={schema} id={facts.id} />}
      {!isPoint && (
        <CardSection title={words.interventions}>
          <PointsOn elementId={facts.id} on={facts.interventions} />
        </CardSection>
      )}
      {facts.occursAt.length > 0 && (
        <CardSection title={words.recursion}>
          <ElementLinks ids={facts.occursAt} />
        </CardSection>
      )}
      {facts.recursionsHere.length > 0 && (
        <CardSection title={words.recursionsHere} open={false}>
          <ElementLinks ids={facts.recursionsHere} />
        </CardSection>
      )}
    </>
  );
}

/** What a point of the group concerns, and what it works through to. */
function FromGroup({ schema, point }: { schema: Schema; point: OwnPointView }) {
  return (
    <>
      <CardSection title={words.concerns} count={point.concerns.length}>
        <ElementLinks ids={point.concerns} />
        <FollowEffect graph={schema.graph} elementId={point.id} concerns={point.concerns} />
      </CardSection>
      <LinkedPoints schema={schema} id={point.id} />
    </>
  );
}

type CardProps = {
  elementId: string;
  place: 'board' | 'list';
  headingRef: Ref<HTMLHeadingElement>;
  /** what only this view can do with an element: put a note on it, bring it in sight */
  actions?: ReactNode;
  notes?: ReactNode;
};

function Known({
  schema,
  name,
  elementId,
  place,
  headingRef,
  actions,
  notes,
}: CardProps & { schema: Schema; name: ElementName }) {
  const { state, canWrite, group } = useMapData();
  const explanations = useExplanations(state.template.slug);
  const { actions: noteActions } = useBoardLink();
  const { template, graph } = schema;
  const facts = useMemo(() => describeElement(template, graph, elementId), [template, graph, elementId]);
  const own = group.map.ownPoints.find(({ id }) => id === elementId) ?? null;
  useOpened(elementId);
  usePageTitle(inWords(name));
  const quoteToNote = async (passage: PassageView) => {
    const key = await noteActions.add({
      text: passage.text.slice(0, MAX_TEXT_LENGTH),
      attached: elementId,
      source: { passageId: passage.id, label: quoteLabel(passage) },
    });
    return key !== null;
  };
  return (
    <>
      <CardHead
        name={name}
        facts={facts}
        own={own}
        author={own ? nameOf(state, own.author) : ''}
        explanation={explanationOf(explanations, elementId)}
        headingRef={headingRef}
      />
      <div className={styles.quick}>
        {actions}
        <CardActions elementId={elementId} place={place} />
      </div>
      {!facts?.poles && <StandHere elementId={elementId} />}
      {facts && <FromTemplate schema={schema} facts={facts} />}
      {own && <FromGroup schema={schema} point={own} />}
      <EvidenceSection
        workshopId={state.id}
        elementId={elementId}
        template={template}
        state={state}
        map={group.loaded ? group.map : null}
        canWrite={canWrite}
        onChanged={group.refresh}
        {...(canWrite ? { onQuoteToNote: quoteToNote } : {})}
      />
      {notes}
    </>
  );
}

/** Everything about one element: of the template, or an intervention point of the group's own. */
export function ElementCard(props: CardProps) {
  const { schema, group } = useMapData();
  const name = schema?.nameOf(props.elementId);
  if (schema && name) return <Known {...props} schema={schema} name={name} />;
  const isMissing = schema !== null && group.loaded;
  return (
    <div className={styles.head}>
      <h2 ref={props.headingRef} tabIndex={-1} className={styles.title}>
        {isMissing ? nlMap.missing.title : nlMap.loading}
      </h2>
      {isMissing && <p>{nlMap.missing.text}</p>}
    </div>
  );
}
