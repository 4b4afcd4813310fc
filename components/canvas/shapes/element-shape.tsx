/**
 * The template on the canvas: one shape per layer and one per block. Their content follows the depth; a point is no shape
 * of its own, it is text in its block.
 */
import { memo } from 'react';
import { Rectangle2d, ShapeUtil, useValue } from 'tldraw';
import type { Depth, PictureBlock, PictureLayer, Rect } from '@/lib/domain/layout/picture';
import { textWidth } from '@/lib/domain/layout/text-lines';
import { useBoard } from '../board-context';
import { Balls } from '../template/balls';
import { FactMark, RestMarks } from '../template/rest-marks';
import styles from '../template/template.module.css';
import { TextLines } from '../template/text-lines';
import { type BlockShape, elementShapeProps, type LayerShape } from './shape-props';

const bars = new WeakMap<PictureBlock, string>();

/** Where text stands, as bars, for depths at which it cannot be read. */
function textBars(card: PictureBlock): string {
  const known = bars.get(card);
  if (known !== undefined) return known;
  const below = card.headline.lines.length > 0 ? card.headline.y + card.headline.h + 14 : card.rect.y;
  const path = [...card.groups, ...card.points]
    .flatMap(({ text }) =>
      text.lines.map((line, index) => {
        const y = text.y + index * text.lineHeight + text.lineHeight / 2;
        const w = Math.min(text.w, line.length * text.size * 0.5);
        return y < below ? '' : `M${text.x - card.rect.x} ${y - card.rect.y}h${Math.round(w)}`;
      }),
    )
    .join('');
  bars.set(card, path);
  return path;
}

type CardBodyProps = { card: PictureBlock; depth: Depth; frame: Rect; bright: ReadonlySet<string> | null };

const CardBody = memo(function CardBody({ card, depth, frame, bright }: CardBodyProps) {
  if (depth === 'middle') {
    return (
      <>
        <svg
          className={styles.bars}
          aria-hidden
          width={card.rect.w}
          height={card.rect.h}
          style={{ left: card.rect.x - frame.x, top: card.rect.y - frame.y }}
        >
          <path d={textBars(card)} />
        </svg>
        <TextLines box={card.headline} frame={frame} className={styles.headline} />
      </>
    );
  }
  return (
    <>
      <TextLines box={card.heading} frame={frame} className={styles.heading} />
      {card.groups.map((group) => (
        <TextLines key={group.id} box={group.text} frame={frame} className={styles.group} />
      ))}
      {card.points.map((point) => (
        <TextLines
          key={point.id}
          box={point.text}
          frame={frame}
          className={`${styles.point} ${point.level > 0 ? styles.sub : ''} ${point.kind === 'point' || point.kind === 'pair' ? '' : styles.aside} ${bright && !bright.has(point.id) ? styles.faded : ''}`}
        />
      ))}
      {depth === 'nearest' && <RestMarks points={card.points} frame={frame} />}
    </>
  );
});

/** Outlines what is chosen, or what a dragged note would belong to: the element itself, or a point within it. */
function Marks({
  hostId,
  frame,
  ids,
}: {
  hostId: string;
  frame: Rect;
  ids: { focused: string | null; hinted: string | null };
}) {
  const { index } = useBoard();
  return (['focused', 'hinted'] as const).map((kind) => {
    const id = ids[kind];
    const rect = id === null || index.hostOf(id) !== hostId ? null : index.rectOf(id);
    if (!rect) return null;
    const grow = id === hostId ? 0 : 4;
    return (
      <div
        key={kind}
        className={`${styles.mark} ${styles[kind]}`}
        style={{
          left: rect.x - frame.x - grow,
          top: rect.y - frame.y - grow,
          width: rect.w + 2 * grow,
          height: rect.h + 2 * grow,
        }}
      />
    );
  });
}

function useMarks(hostId: string) {
  const board = useBoard();
  const here = (id: string | null): string | null => (id !== null && board.index.hostOf(id) === hostId ? id : null);
  const focused = useValue('focused', () => here(board.focused.get()), [board, hostId]);
  const hinted = useValue('hinted', () => here(board.hinted.get()), [board, hostId]);
  return { focused, hinted };
}

function farCards(layer: PictureLayer, cards: Iterable<PictureBlock>): string {
  let path = '';
  for (const { layerId, rect } of cards) {
    if (layerId !== layer.id) continue;
    path += `M${rect.x - layer.rect.x} ${rect.y - layer.rect.y}h${rect.w}v${rect.h}h${-rect.w}z`;
  }
  return path;
}

const PLATE_PADDING = 36;
/** what a plate leaves free of its layer's sides, for its soft edge */
const PLATE_MARGIN = 40;

/** Clears the cards' outlines away from behind the essence and the tag under it. */
function EssencePlate({ layer, frame }: { layer: PictureLayer; frame: Rect }) {
  const { essence, farTag } = layer;
  const widest = Math.max(
    ...[essence, farTag].flatMap((box) => box.lines.map((line) => textWidth(line, box.size, box.weight))),
  );
  const w = Math.min(widest + 2 * PLATE_PADDING, frame.w - 2 * PLATE_MARGIN);
  return (
    <div
      className={styles.plate}
      style={{
        left: essence.x - frame.x + (essence.w - w) / 2,
        top: essence.y - frame.y,
        width: w,
        height: essence.h + farTag.h,
      }}
    />
  );
}

/** Fades what a person chose not to look at; null where nothing is faded within this element. */
function useFading(id: string) {
  const board = useBoard();
  const isFaded = useValue('faded', () => board.bright.get()?.has(id) === false, [board, id]);
  const within = useValue('bright within', () => (isFaded ? null : board.bright.get()), [board, isFaded]);
  return { className: isFaded ? styles.faded : '', within };
}

function Layer({ id }: { id: string }) {
  const board = useBoard();
  const depth = useValue('depth', () => board.depth.get(), [board]);
  const marks = useMarks(id);
  const fading = useFading(id);
  const isPale = useValue('pale', () => board.layers.get(id)?.isColumn === true && !board.families.get().column, [
    board,
    id,
  ]);
  const layer = board.layers.get(id);
  if (!layer) return null;
  const frame = layer.rect;
  const cards = layer.ownCard ? [layer.ownCard] : board.cards.values();
  return (
    <div
      className={`${styles.layer} ${fading.className} ${isPale ? styles.faded : ''}`}
      data-colour={layer.colour}
      aria-hidden
    >
      {depth === 'far' ? (
        <>
          <svg className={styles.farCards} aria-hidden width={frame.w} height={frame.h}>
            <path d={farCards(layer, cards)} />
          </svg>
          <EssencePlate layer={layer} frame={frame} />
          <TextLines box={layer.essence} frame={frame} className={styles.essence} />
          <TextLines box={layer.farTag} frame={frame} className={styles.essence} />
        </>
      ) : (
        <>
          <TextLines
            box={depth === 'middle' ? layer.middleTitle : layer.title}
            frame={frame}
            className={styles.layerTitle}
          />
          <TextLines box={layer.tag} frame={frame} className={styles.tag} />
          {layer.ownCard && (
            <div
              className={styles.card}
              style={{
                left: layer.ownCard.rect.x - frame.x,
                top: layer.ownCard.rect.y - frame.y,
                width: layer.ownCard.rect.w,
                height: layer.ownCard.rect.h,
              }}
            />
          )}
          {layer.ownCard && <CardBody card={layer.ownCard} depth={depth} frame={frame} bright={fading.within} />}
        </>
      )}
      <Marks hostId={id} frame={frame} ids={marks} />
      {depth !== 'far' && layer.ownCard && <FactMark card={layer.ownCard} frame={frame} depth={depth} />}
      <Balls elementId={id} frame={frame} depth={depth} />
    </div>
  );
}

function Block({ id }: { id: string }) {
  const board = useBoard();
  const depth = useValue('depth', () => board.depth.get(), [board]);
  const marks = useMarks(id);
  const fading = useFading(id);
  const card = board.cards.get(id);
  const layer = card && board.layers.get(card.layerId);
  const isPale = useValue('pale', () => layer?.isColumn === true && !board.families.get().column, [board, layer]);
  if (!card || !layer) return null;
  // Far away a layer draws its cards itself: one path instead of an element each.
  if (depth === 'far') {
    return marks.focused || marks.hinted ? <Marks hostId={id} frame={card.rect} ids={marks} /> : null;
  }
  return (
    <div
      className={`${styles.block} ${fading.className} ${isPale ? styles.faded : ''}`}
      data-colour={layer.colour}
      aria-hidden
    >
      <CardBody card={card} depth={depth} frame={card.rect} bright={fading.within} />
      <Marks hostId={id} frame={card.rect} ids={marks} />
      <FactMark card={card} frame={card.rect} depth={depth} />
      <Balls elementId={id} frame={card.rect} depth={depth} />
    </div>
  );
}

/** Fixed things: nobody selects, moves, resizes or edits them; arrows may end on them. */
abstract class ElementShapeUtil<S extends LayerShape | BlockShape> extends ShapeUtil<S> {
  static override props = elementShapeProps;
  override canEdit() {
    return false;
  }
  override canResize() {
    return false;
  }
  override canSnap() {
    return false;
  }
  override canTabTo() {
    return false;
  }
  override canBeLaidOut() {
    return false;
  }
  override hideRotateHandle() {
    return true;
  }
  override hideResizeHandles() {
    return true;
  }
  override hideSelectionBoundsBg() {
    return true;
  }
  override hideSelectionBoundsFg() {
    return true;
  }
  override getDefaultProps() {
    return { w: 1, h: 1, elementId: '' } as S['props'];
  }
  override getGeometry(shape: S) {
    // Hollow: a press inside is a press on the board, so that one can draw a frame around notes that lie on a block.
    return new Rectangle2d({ width: shape.props.w, height: shape.props.h, isFilled: false });
  }
  override indicator() {
    return null;
  }
}

export class LayerShapeUtil extends ElementShapeUtil<LayerShape> {
  static override type = 'kp-layer' as const;
  override component(shape: LayerShape) {
    return <Layer id={shape.props.elementId} />;
  }
}

export class BlockShapeUtil extends ElementShapeUtil<BlockShape> {
  static override type = 'kp-block' as const;
  override component(shape: BlockShape) {
    return <Block id={shape.props.elementId} />;
  }
}
