import { Circle2d, Polyline2d, ShapeUtil, Vec } from 'tldraw';
import styles from './people.module.css';
import { type DrawingShape, drawingShapeProps } from './shape-props';
import { strokePath } from './stroke-path';

const paths = new WeakMap<DrawingShape['props'], string>();

function pathOf(props: DrawingShape['props']): string {
  const known = paths.get(props);
  if (known !== undefined) return known;
  const path = strokePath(props.points, props.size);
  paths.set(props, path);
  return path;
}

function vectors(points: readonly number[]): Vec[] {
  const made: Vec[] = [];
  for (let at = 0; at + 1 < points.length; at += 2) made.push(new Vec(points[at], points[at + 1]));
  return made;
}

/** A stroke of the pen: written once, when it is finished. */
export class DrawingShapeUtil extends ShapeUtil<DrawingShape> {
  static override type = 'kp-drawing' as const;
  static override props = drawingShapeProps;
  override canEdit() {
    return false;
  }
  override canResize() {
    return false;
  }
  override canBind() {
    return false;
  }
  override hideRotateHandle() {
    return true;
  }
  override hideResizeHandles() {
    return true;
  }
  override getDefaultProps(): DrawingShape['props'] {
    return { colour: 'black', size: 6, points: [0, 0] };
  }
  override getGeometry({ props }: DrawingShape) {
    const points = vectors(props.points);
    if (points.length < 2) return new Circle2d({ x: -props.size, y: -props.size, radius: props.size, isFilled: true });
    return new Polyline2d({ points });
  }
  override component({ props }: DrawingShape) {
    return (
      <svg className={styles.drawing} data-ink={props.colour} aria-hidden>
        <path d={pathOf(props)} />
      </svg>
    );
  }
  override indicator({ props }: DrawingShape) {
    return <path d={pathOf(props)} />;
  }
}
