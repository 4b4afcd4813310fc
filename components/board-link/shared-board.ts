/**
 * The one connection of a page to its board, shared by board, list and cards. Opens when the first of them needs it, and
 * only then loads Yjs. Survives the exchange of a refused document ([S5]).
 */
import type { Awareness } from 'y-protocols/awareness';
import type * as Y from 'yjs';
import type { BoardClient, StopReason } from '@/lib/collab/board-client';
import type { UndoState } from '@/lib/collab/board-history';
import type { OpenDocument } from '@/lib/collab/board-tools';
import type { NoteView } from '@/lib/collab/notes-index';
import type { RecordKey } from '@/lib/collab/records';
import type { SaveState } from '@/lib/collab/save-state';

export type LinkView = {
  /** null until it is open; another one after a refusal */
  open: OpenDocument | null;
  awareness: Awareness | null;
  save: SaveState;
  /** what the server holds is here */
  isLoaded: boolean;
  undo: UndoState;
  /** texts of changes that the server refused */
  refused: string[] | null;
  /** why the connection ended for good, with what was not saved */
  stopped: { reason: StopReason; texts: string[] } | null;
};

const CLOSED: LinkView = {
  open: null,
  awareness: null,
  save: { connection: 'connecting', unsaved: false },
  isLoaded: false,
  undo: { canUndo: false, canRedo: false },
  refused: null,
  stopped: null,
};
/** What others change comes on the screen at most this often. */
const NOTES_MS = 50;
const NO_NOTES: readonly NoteView[] = [];

type DocListener = (doc: Y.Doc, awareness: Awareness) => void;

export class SharedBoard {
  #view = CLOSED;
  #client: BoardClient | null = null;
  #opening: Promise<void> | null = null;
  #isDisposed = false;
  #stopHistory: (() => void) | null = null;
  #notesTimer: ReturnType<typeof setTimeout> | null = null;
  readonly #listeners = new Set<() => void>();
  readonly #notesListeners = new Set<() => void>();
  readonly #docListeners = new Set<DocListener>();
  /** what somebody is writing, by the place it is for; kept when that place closes */
  readonly drafts = new Map<string, string>();
  /** notes this page itself put where they are */
  readonly #own = new Set<RecordKey>();

  constructor(
    private readonly boardId: string,
    /** ws(s)://host/sync */
    private readonly url: () => string,
  ) {}

  // --- for React's useSyncExternalStore ---
  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };
  getView = (): LinkView => this.#view;
  subscribeNotes = (listener: () => void): (() => void) => {
    this.#notesListeners.add(listener);
    return () => this.#notesListeners.delete(listener);
  };
  /** oldest first; null: the loose ones */
  notesOn = (elementId: string | null): readonly NoteView[] => this.#view.open?.notes.on(elementId) ?? NO_NOTES;

  /** Opens the board; resolves when there is a document to work on. */
  need = (): Promise<void> => {
    this.#isDisposed = false;
    this.#opening ??= this.#open().catch(() => {
      // The parts did not come: whoever needs it again, tries again.
      this.#opening = null;
      this.#tell({ save: { connection: 'offline', unsaved: false } });
    });
    return this.#opening;
  };

  /** Told of the document at once when there is one, and of each that takes its place. */
  onDoc(listener: DocListener): () => void {
    this.#docListeners.add(listener);
    if (this.#view.open && this.#view.awareness) listener(this.#view.open.doc, this.#view.awareness);
    return () => this.#docListeners.delete(listener);
  }

  restart = (): void => {
    this.#tell({ stopped: null, refused: null, isLoaded: false });
    this.#client?.restart();
  };

  forgetRefused = (): void => this.#tell({ refused: null });

  /** A change of this page: on the screen at once, and never 'new'. */
  tookPart(key: RecordKey): void {
    this.#own.add(key);
    this.#tellNotes();
  }
  isOwn = (key: RecordKey): boolean => this.#own.has(key);

  dispose = (): void => {
    this.#isDisposed = true;
    this.#close();
    this.#client?.dispose();
    this.#client = null;
    this.#opening = null;
    this.#tell(CLOSED);
  };

  async #open(): Promise<void> {
    const { openClient, OpenDocument: Opened } = await import('@/lib/collab/board-tools');
    if (this.#isDisposed || this.#client) return;
    this.#client = openClient({
      url: this.url(),
      boardId: this.boardId,
      events: {
        onDoc: (doc, awareness) => this.#take(new Opened(doc, this.#laterNotes), awareness),
        onSynced: () => {
          // What was there already comes with the loading, not after it as news.
          this.#tellNotes();
          this.#tell({ isLoaded: true });
        },
        onSaveState: (save) => this.#tell({ save }),
        onRefused: (refused) => this.#tell({ refused }),
        onStopped: (reason, texts) => this.#tell({ stopped: { reason, texts } }),
      },
    });
  }

  #take(open: OpenDocument, awareness: Awareness): void {
    this.#close();
    this.#tell({ open, awareness });
    this.#stopHistory = open.history.listen((undo) => this.#tell({ undo }));
    for (const listener of this.#docListeners) listener(open.doc, awareness);
    this.#tellNotes();
  }

  #close(): void {
    this.#stopHistory?.();
    this.#stopHistory = null;
    this.#view.open?.notes.stop();
    if (this.#notesTimer) clearTimeout(this.#notesTimer);
    this.#notesTimer = null;
  }

  #tell(change: Partial<LinkView>): void {
    this.#view = { ...this.#view, ...change };
    for (const listener of this.#listeners) listener();
  }

  readonly #laterNotes = (): void => {
    this.#notesTimer ??= setTimeout(() => this.#tellNotes(), NOTES_MS);
  };

  #tellNotes(): void {
    if (this.#notesTimer) clearTimeout(this.#notesTimer);
    this.#notesTimer = null;
    for (const listener of this.#notesListeners) listener();
  }
}
