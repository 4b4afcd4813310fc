import type { TLShape, TLShapeId } from '@tldraw/tlschema';
import { randomUuid } from '@/lib/collab/random-uuid';
import { isRecordKey, type RecordKey } from '@/lib/collab/records';
import { isPeopleShapeType, PEOPLE_SHAPES } from '../shapes/shape-props';
import { shapeIdOf } from './record-mapping';

/** Which shape is which record. Shapes that tldraw made under an id of its own get a key when they are first written. */
export class ShapeNames {
  private readonly keys = new Map<TLShapeId, RecordKey>();
  private readonly ids = new Map<RecordKey, TLShapeId>();

  idOf(key: RecordKey): TLShapeId {
    return this.ids.get(key) ?? shapeIdOf(key);
  }

  keyOf(id: TLShapeId): RecordKey | null {
    const plain = id.slice('shape:'.length);
    return this.keys.get(id) ?? (isRecordKey(plain) ? plain : null);
  }

  /** As keyOf, and gives a new key to a shape of people's that has none. */
  keyFor(shape: TLShape): RecordKey | null {
    if (!isPeopleShapeType(shape.type)) return null;
    const known = this.keyOf(shape.id);
    if (known) return known;
    const key: RecordKey = `${PEOPLE_SHAPES[shape.type]}:${randomUuid()}`;
    this.keys.set(shape.id, key);
    this.ids.set(key, shape.id);
    return key;
  }

  clear(): void {
    this.keys.clear();
    this.ids.clear();
  }
}
