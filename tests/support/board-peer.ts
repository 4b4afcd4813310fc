/** A board without a browser: a Y.Doc, a tldraw store and the binding between them, with a clock that tests turn. */
import { Store } from '@tldraw/store';
import {
  arrowBindingMigrations,
  arrowBindingProps,
  arrowShapeMigrations,
  arrowShapeProps,
  createTLSchema,
  type TLStore,
} from '@tldraw/tlschema';
import * as Y from 'yjs';
import { type Scheduler, StoreBinding } from '@/components/canvas/binding/bind-store';
import {
  drawingShapeProps,
  elementShapeProps,
  noteShapeProps,
  textShapeProps,
} from '@/components/canvas/shapes/shape-props';
import { templateShapes } from '@/components/canvas/template/template-shapes';
import { layoutTemplate } from '@/lib/domain/layout/layout-template';
import { indexPicture } from '@/lib/domain/layout/picture-index';
import type { Template } from '@/lib/domain/template/template';
import { nlCanvas } from '@/lib/messages/nl-canvas';
import { smallTemplate } from './small-template';

function boardStore(template: Template = smallTemplate()): TLStore {
  const schema = createTLSchema({
    shapes: {
      'kp-layer': { props: elementShapeProps },
      'kp-block': { props: elementShapeProps },
      'kp-note': { props: noteShapeProps },
      'kp-text': { props: textShapeProps },
      'kp-drawing': { props: drawingShapeProps },
      arrow: { props: arrowShapeProps, migrations: arrowShapeMigrations },
    },
    bindings: { arrow: { props: arrowBindingProps, migrations: arrowBindingMigrations } },
  });
  const store = new Store({
    schema,
    props: {
      defaultName: '',
      assets: { upload: neverUpload, resolve: () => null, remove: async () => undefined },
      onMount: () => undefined,
    },
  });
  const picture = layoutTemplate(template, 1, nlCanvas.key);
  store.mergeRemoteChanges(() => store.put(templateShapes(picture)));
  return store as unknown as TLStore;
}

const neverUpload = (): Promise<never> => Promise.reject(new Error('no files on a board'));

/** Frames and timers that run when the test says so. */
class TurnedClock implements Scheduler {
  private time = 0;
  private jobs: { at: number; run: () => void }[] = [];
  now = (): number => this.time;
  nextFrame = (run: () => void): (() => void) => this.later(run, 16);
  later = (run: () => void, ms: number): (() => void) => {
    const job = { at: this.time + ms, run };
    this.jobs.push(job);
    return () => {
      this.jobs = this.jobs.filter((other) => other !== job);
    };
  };
  /** lets `ms` pass, jobs in order */
  pass(ms: number): void {
    const until = this.time + ms;
    for (;;) {
      const next = this.jobs.filter((job) => job.at <= until).sort((a, b) => a.at - b.at)[0];
      if (!next) break;
      this.jobs = this.jobs.filter((job) => job !== next);
      this.time = Math.max(this.time, next.at);
      next.run();
    }
    this.time = until;
  }
}

export type BoardPeer = {
  doc: Y.Doc;
  store: TLStore;
  binding: StoreBinding;
  clock: TurnedClock;
  setAside: () => string[];
  undoState: () => { canUndo: boolean; canRedo: boolean };
  moving: { now: boolean };
};

/** One person at one board. */
export function boardPeer(me: string, doc = new Y.Doc(), template: Template = smallTemplate()): BoardPeer {
  const store = boardStore(template);
  const clock = new TurnedClock();
  const index = indexPicture(layoutTemplate(template, 1, nlCanvas.key));
  const moving = { now: false };
  let aside: string[] = [];
  let undoState = { canUndo: false, canRedo: false };
  const binding = new StoreBinding({
    store,
    doc,
    index,
    me,
    scheduler: clock,
    isMoving: () => moving.now,
    placeOf: (shape) => ({
      anchor: index.anchorAt(shape.x, shape.y),
      attached: index.elementAt(shape.x, shape.y, 'middle'),
    }),
    onSetAside: (keys) => {
      aside = [...keys];
    },
    onUndoChange: (state) => {
      undoState = state;
    },
  });
  return { doc, store, binding, clock, setAside: () => aside, undoState: () => undoState, moving };
}
