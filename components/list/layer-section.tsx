import { ElementLink } from '@/components/map/element-link';
import type { InterventionPoint, Template } from '@/lib/domain/template/template';
import { nlCommon } from '@/lib/messages/nl';
import { nlListLive } from '@/lib/messages/nl-list';
import { nlList } from '@/lib/messages/nl-workshop';
import colours from './layer-colours.module.css';
import { type LinkEnd, layerLinks } from './layer-links';
import { LiveCounts } from './live-counts';
import { type BlockNode, idsInBlock, type LayerNode, type PointNode, pointIds } from './outline';
import { OwnPoints } from './own-points';
import { PlaceNotes } from './place-notes';
import styles from './schema-list.module.css';

function Points({ nodes }: { nodes: PointNode[] }) {
  if (nodes.length === 0) return null;
  return (
    <ul className={styles.points}>
      {nodes.map(({ point, children }) => (
        <li key={point.id} id={point.id} data-element={point.id}>
          {point.poles ? (
            <span className={styles.pair}>
              <span>{point.poles.left}</span> <em>{nlList.poleBetween}</em> <span>{point.poles.right}</span>
            </span>
          ) : (
            <>
              {(point.kind === 'example' || point.kind === 'note') && <em>{nlList.kinds[point.kind]}: </em>}
              {point.label}
            </>
          )}
          <Points nodes={children} />
        </li>
      ))}
    </ul>
  );
}

function Balls({ points }: { points: InterventionPoint[] }) {
  if (points.length === 0) return null;
  return (
    <div className={styles.balls}>
      <p className={styles.small}>{nlList.interventionPoints}:</p>
      <ul>
        {points.map(({ id, number, label }) => (
          <li key={id} data-element={id}>
            <ElementLink elementId={id} data-command="element.open">
              <span className={styles.ball}>{number}</span> <span className={styles.ballLabel}>{label}</span>
            </ElementLink>
          </li>
        ))}
      </ul>
    </div>
  );
}

function Links({ label, ends }: { label: string; ends: LinkEnd[] }) {
  if (ends.length === 0) return null;
  return (
    <li>
      <span className={styles.relation}>{label}</span>{' '}
      {ends.map((end, index) => (
        <span key={'layer' in end ? end.layer.id : end.text}>
          {'layer' in end ? (
            <a href={`#${end.layer.id}`} data-command="element.follow">
              {end.layer.section} {end.layer.essence}
            </a>
          ) : (
            end.text
          )}
          {index < ends.length - 1 && ', '}
        </span>
      ))}
    </li>
  );
}

/** The way to the card: what it rests on, where it leads to, who stands there. */
function More({ id, kind, name }: { id: string; kind: 'layer' | 'block'; name: string }) {
  return (
    <p className={`${styles.more} no-print`}>
      <ElementLink elementId={id} data-command="element.open">
        {nlListLive.moreOn[kind]}
        <span className="visually-hidden">: {name}</span>
      </ElementLink>
    </p>
  );
}

function Block({ node }: { node: BlockNode }) {
  const { block, points, groups, pointCount, concernedBy } = node;
  const inside = idsInBlock(node);
  const ids = [block.id, ...inside];
  return (
    <details className={styles.block} id={block.id} data-element={block.id}>
      <summary>
        <h3>
          {block.letter && <span className={styles.letter}>{block.letter}. </span>}
          {block.label}
        </h3>
        <span className={styles.meta} data-meta="">
          <span className={styles.count}>{nlList.points(pointCount)}</span>
          <LiveCounts ids={ids} />
        </span>
      </summary>
      <div className={styles.blockBody}>
        <Points nodes={points} />
        {groups.map(({ group, points: own }) => (
          <div key={group.id} id={group.id} className={styles.group} data-element={group.id}>
            <h4>{group.label}</h4>
            <Points nodes={own} />
          </div>
        ))}
        {block.emptyReason && pointCount === 0 && <p className={styles.small}>{block.emptyReason}</p>}
        <Balls points={concernedBy} />
        <OwnPoints ids={ids} />
        <More id={block.id} kind="block" name={block.label} />
        <PlaceNotes id={block.id} name={block.label} insideIds={inside} />
      </div>
    </details>
  );
}

/** One layer: its colour in words too, its arrows as links, its blocks to open. */
export function LayerSection({ node, template }: { node: LayerNode; template: Template }) {
  const { layer, blocks, points, pointCount, concernedBy } = node;
  const links = layerLinks(template, layer);
  const name = `${layer.section} ${layer.name}`;
  const own = pointIds(points);
  return (
    <details className={`${styles.layer} ${colours[layer.colour]}`} id={layer.id} data-element={layer.id}>
      <summary>
        <h2>
          <span className={styles.number}>{layer.section}</span> {layer.name}
        </h2>
        <span className={styles.meta} data-meta="">
          <span className={styles.chip}>
            <span className="visually-hidden">{nlList.colourLabel} </span>
            {nlCommon.colours[layer.colour]}
          </span>
          <span className={styles.count}>{nlList.counts(blocks.length, pointCount)}</span>
          <LiveCounts ids={[layer.id, ...own, ...blocks.flatMap((block) => [block.block.id, ...idsInBlock(block)])]} />
        </span>
      </summary>
      <div className={styles.layerBody}>
        <ul className={styles.links}>
          <Links label={nlList.leadsTo} ends={links.leadsTo} />
          <Links label={nlList.comesFrom} ends={links.comesFrom} />
          <Links label={nlList.worksOn} ends={links.worksOn} />
          <Links label={nlList.getsFrom} ends={links.getsFrom} />
        </ul>
        <More id={layer.id} kind="layer" name={name} />
        <Balls points={concernedBy} />
        <OwnPoints ids={[layer.id]} />
        <Points nodes={points} />
        {blocks.map((block) => (
          <Block key={block.block.id} node={block} />
        ))}
        <div className={styles.layerNotes}>
          <p className={styles.small}>{nlListLive.layerNotes}</p>
          <PlaceNotes id={layer.id} name={name} insideIds={own} />
        </div>
      </div>
    </details>
  );
}
