/**
 * One undo history per document, for everything this person does to it: by hand on the board, and by command in the list
 * or on a card. It holds own changes only.
 */
import * as Y from 'yjs';
import { recordsOf } from './workshop-doc';

/** Origin of what is done by hand on the board. */
export const BOARD_ORIGIN = Symbol('board');
/** Origin of what is done by command. */
const COMMAND_ORIGIN = Symbol('command');

export type UndoState = { canUndo: boolean; canRedo: boolean };

export class BoardHistory {
  readonly #manager: Y.UndoManager;
  /** those who hold changes back for a moment write them first */
  readonly #flushers = new Set<() => void>();
  readonly #listeners = new Set<(state: UndoState) => void>();

  constructor(private readonly doc: Y.Doc) {
    this.#manager = new Y.UndoManager(recordsOf(doc), {
      trackedOrigins: new Set([BOARD_ORIGIN, COMMAND_ORIGIN]),
      captureTimeout: Number.MAX_SAFE_INTEGER,
    });
    const tell = (): void => {
      for (const listener of this.#listeners) listener(this.state);
    };
    for (const event of ['stack-item-added', 'stack-item-popped', 'stack-cleared'] as const)
      this.#manager.on(event, tell);
  }

  get state(): UndoState {
    return { canUndo: this.#manager.canUndo(), canRedo: this.#manager.canRedo() };
  }

  /** how many steps can be undone */
  get steps(): number {
    return this.#manager.undoStack.length;
  }

  /** Tells now and after every change; returns what ends it. */
  listen(listener: (state: UndoState) => void): () => void {
    this.#listeners.add(listener);
    listener(this.state);
    return () => this.#listeners.delete(listener);
  }

  /** `flush` runs before each new step, undo and redo. */
  beforeStep(flush: () => void): () => void {
    this.#flushers.add(flush);
    return () => this.#flushers.delete(flush);
  }

  /** What follows is a step of its own. */
  stopCapturing(): void {
    this.#flush();
    this.#manager.stopCapturing();
  }

  /** Makes `change` one step, apart from what came before and comes after. */
  step<Result>(change: () => Result): Result {
    this.stopCapturing();
    const result = this.doc.transact(change, COMMAND_ORIGIN);
    this.#manager.stopCapturing();
    return result;
  }

  undo(): void {
    this.#flush();
    this.#manager.undo();
  }

  redo(): void {
    this.#flush();
    this.#manager.redo();
  }

  #flush(): void {
    for (const flush of this.#flushers) flush();
  }
}

const histories = new WeakMap<Y.Doc, BoardHistory>();

/** The history of a document; it ends with the document. */
export function historyOf(doc: Y.Doc): BoardHistory {
  const known = histories.get(doc);
  if (known) return known;
  const made = new BoardHistory(doc);
  histories.set(doc, made);
  return made;
}
