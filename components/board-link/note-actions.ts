import type { NoteLook, NoteOutcome } from '@/lib/collab/note-commands';
import type { NoteColour, NoteSource, RecordKey } from '@/lib/collab/records';
import type { NotePlaces } from './note-places';
import type { SharedBoard } from './shared-board';

export type AddNote = {
  text: string;
  /** an element, an intervention point or an own point; null for a loose note */
  attached: string | null;
  colour?: NoteColour;
  source?: NoteSource | null;
};

/** What people do with notes without a canvas; the board shows it, and everybody else's screen. */
export type NoteActions = {
  /** null when the board could not be opened */
  add: (note: AddNote) => Promise<RecordKey | null>;
  /** written on top of `base`, text and colour in one step; what others wrote meanwhile stays */
  change: (key: RecordKey, base: NoteLook, mine: NoteLook) => NoteOutcome;
  moveTo: (key: RecordKey, elementId: string) => Promise<NoteOutcome>;
  detach: (key: RecordKey) => NoteOutcome;
  /** one's own only */
  remove: (key: RecordKey) => NoteOutcome;
  undo: () => void;
  redo: () => void;
};

const GONE: NoteOutcome = { ok: false, refusal: 'gone' };
/** A loose note made without a board lies here, under the schema's left corner, each a little further. */
const LOOSE = { x: -280, y: 200, step: 60 };

export type ActionParts = {
  link: SharedBoard;
  me: () => string;
  places: () => NotePlaces;
  /** what an own point of the group concerns */
  concerns: (elementId: string) => readonly string[];
};

/** The actions of one page; they stay the same for as long as the page is there. */
export function noteActions({ link, me, places, concerns }: ActionParts): NoteActions {
  const open = () => link.getView().open;
  // What is written after the end would be lost without a word.
  const isOver = (): boolean => link.getView().stopped !== null;
  const done = (key: RecordKey, outcome: NoteOutcome | undefined): NoteOutcome => {
    link.tookPart(key);
    return outcome ?? GONE;
  };
  const placeFor = (attached: string | null) => {
    const there = link.notesOn(attached).length;
    return attached === null
      ? { anchor: null, x: LOOSE.x, y: LOOSE.y + there * LOOSE.step }
      : places().placeFor(attached, there, concerns(attached));
  };
  return {
    add: async ({ text, attached, colour = 'yellow', source = null }) => {
      await link.need();
      const place = await placeFor(attached);
      if (isOver()) return null;
      const key = open()?.add({ author: me(), text, colour, attached, place, source }) ?? null;
      if (key) link.tookPart(key);
      return key;
    },
    change: (key, base, mine) => (isOver() ? GONE : done(key, open()?.change(key, base, mine))),
    moveTo: async (key, elementId) => {
      const place = await placeFor(elementId);
      return done(key, open()?.moveTo(key, elementId, place));
    },
    detach: (key) => done(key, open()?.detach(key)),
    remove: (key) => done(key, open()?.remove(key, me())),
    undo: () => open()?.history.undo(),
    redo: () => open()?.history.redo(),
  };
}
