/** Everything that works on a board and needs Yjs, as one thing to load when somebody needs it. */
import type * as Y from 'yjs';
import { BoardClient, type BoardClientOptions } from './board-client';
import { historyOf } from './board-history';
import {
  addNote,
  changeNoteLook,
  detachNote,
  moveNoteToElement,
  type NewNote,
  type NoteLook,
  removeNote,
} from './note-commands';
import { NotesIndex } from './notes-index';
import type { RecordKey } from './records';

/** One document, with its notes and its history. */
export class OpenDocument {
  readonly notes: NotesIndex;

  constructor(
    readonly doc: Y.Doc,
    onNotes: () => void,
  ) {
    this.notes = new NotesIndex(doc, onNotes);
  }

  get history() {
    return historyOf(this.doc);
  }
  add = (note: NewNote) => addNote(this.doc, note);
  change = (key: RecordKey, base: NoteLook, mine: NoteLook) => changeNoteLook(this.doc, key, base, mine);
  moveTo = (key: RecordKey, elementId: string, place: NewNote['place']) =>
    moveNoteToElement(this.doc, key, elementId, place);
  detach = (key: RecordKey) => detachNote(this.doc, key);
  remove = (key: RecordKey, author: string) => removeNote(this.doc, key, author);
}

export const openClient = (options: BoardClientOptions): BoardClient => new BoardClient(options);
