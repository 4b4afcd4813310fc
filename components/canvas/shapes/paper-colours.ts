import type { InkColour, NoteColour } from './shape-props';

/** Colours of paper and ink, for the layer that is drawn and the elements alike; people.module.css says the same. */
export const NOTE_PAPER: Record<NoteColour, string> = {
  yellow: '#fff1a8',
  green: '#cdeec2',
  blue: '#cbe3fb',
  pink: '#ffd3e0',
  white: '#ffffff',
};
export const INK: Record<InkColour, string> = {
  black: '#1b2333',
  red: '#a5281b',
  blue: '#17477f',
  green: '#2a6321',
};
