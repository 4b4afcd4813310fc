import type { InterventionPoint, Template } from '@/lib/domain/template/template';
import { nlCommon } from '@/lib/messages/nl';
import { nlList } from '@/lib/messages/nl-workshop';
import { type LinkEnd, layerLinks } from './layer-links';
import type { BlockNode, LayerNode, PointNode } from './outline';
import styles from './schema-list.module.css';

function Points({ nodes }: { nodes: PointNode[] }) {
  if (nodes.length === 0) return null;
  return (
    <ul className={styles.points}>
      {nodes.map(({ point, children }) => (
        <li key={point.id} id={point.id}>
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
          <li key={id}>
            <span className={styles.ball}>{number}</span> {label}
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
          {index > 0 && ', '}
          {'layer' in end ? (
            <a href={`#${end.layer.id}`}>
              {end.layer.section} {end.layer.essence}
            </a>
          ) : (
            end.text
          )}
        </span>
      ))}
    </li>
  );
}

function Block({ node: { block, points, groups, pointCount, concernedBy } }: { node: BlockNode }) {
  return (
    <details className={styles.block} id={block.id}>
      <summary>
        <h3>
          {block.letter && <span className={styles.letter}>{block.letter}. </span>}
          {block.label}
        </h3>
        <span className={styles.count}>{nlList.points(pointCount)}</span>
      </summary>
      <div className={styles.blockBody}>
        <Points nodes={points} />
        {groups.map(({ group, points: own }) => (
          <div key={group.id} id={group.id} className={styles.group}>
            <h4>{group.label}</h4>
            <Points nodes={own} />
          </div>
        ))}
        {block.emptyReason && pointCount === 0 && <p className={styles.small}>{block.emptyReason}</p>}
        <Balls points={concernedBy} />
      </div>
    </details>
  );
}

/** One layer: its colour in words too, its arrows as links, its blocks to open. */
export function LayerSection({ node, template }: { node: LayerNode; template: Template }) {
  const { layer, blocks, points, pointCount, concernedBy } = node;
  const links = layerLinks(template, layer);
  return (
    <details className={`${styles.layer} ${styles[layer.colour]}`} id={layer.id}>
      <summary>
        <h2>
          <span className={styles.number}>{layer.section}</span> {layer.name}
        </h2>
        <span className={styles.meta}>
          <span className={styles.chip}>
            <span className="visually-hidden">{nlList.colourLabel} </span>
            {nlCommon.colours[layer.colour]}
          </span>
          <span className={styles.count}>{nlList.counts(blocks.length, pointCount)}</span>
        </span>
      </summary>
      <div className={styles.layerBody}>
        <ul className={styles.links}>
          <Links label={nlList.leadsTo} ends={links.leadsTo} />
          <Links label={nlList.comesFrom} ends={links.comesFrom} />
          <Links label={nlList.worksOn} ends={links.worksOn} />
          <Links label={nlList.getsFrom} ends={links.getsFrom} />
        </ul>
        <Balls points={concernedBy} />
        <Points nodes={points} />
        {blocks.map((block) => (
          <Block key={block.block.id} node={block} />
        ))}
      </div>
    </details>
  );
}
