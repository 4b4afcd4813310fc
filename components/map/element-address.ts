import { paths } from '@/lib/api/contracts';
import { evidencePaths } from '@/lib/api/evidence-contracts';

/** How a workshop is looked at; 'auto' lets the width decide: the list under 640 px, else the board. */
export type WorkshopLook = 'auto' | 'board' | 'list';

const WORDS = { board: 'bord', list: 'lijst', auto: undefined } as const;
const ELEMENT_PATH = /^\/w\/[^/]+\/punt\/([^/]+)\/?$/;

/** The look that `?weergave=` asks for; whatever else stands there asks for none. */
export function lookOf(weergave: string | string[] | undefined): WorkshopLook {
  if (weergave === WORDS.board) return 'board';
  return weergave === WORDS.list ? 'list' : 'auto';
}

/** The address of an element's card, or of the workshop itself for null, in one look. */
export function elementHref(workshopId: string, elementId: string | null, look: WorkshopLook): string {
  const word = WORDS[look];
  if (elementId !== null) return evidencePaths.element(workshopId, elementId, word);
  return paths.workshop(workshopId) + (word ? `?weergave=${word}` : '');
}

/** The element an address names, or null; never throws on a mangled address. */
export function elementInPath(pathname: string): string | null {
  const found = ELEMENT_PATH.exec(pathname)?.[1];
  if (found === undefined) return null;
  try {
    return decodeURIComponent(found);
  } catch {
    return null;
  }
}
