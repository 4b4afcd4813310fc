/** What a word may look like elsewhere. `lexeme` is its stem, as the database's Dutch dictionary gives it. */
type WordForms = {
  /** stems that count as the word itself */
  lexemes: string[];
  /** whole words that count as the word itself */
  words: string[];
  /** compounds begin with it or hold it; null when it is too short to say */
  base: string | null;
};

/** A final f and s are written v and z before an ending: 'brief' and 'brieven', 'huis' and 'huizen'. */
const SOUNDS: Readonly<Record<string, string>> = { f: 'v', v: 'f', s: 'z', z: 's' };
const MIN_BASE = 3;
const MIN_SINGULAR = 3;

/** [SR2] The dictionary keeps 'kind' and 'kinderen' apart, and 'huis' and 'huizen'; people do not. */
export function wordForms(word: string, lexeme: string): WordForms {
  const sound = SOUNDS[lexeme.slice(-1)];
  const singular = /^(.+)eren$/.exec(word)?.[1];
  const shorter = word.startsWith(lexeme) && lexeme.length >= MIN_BASE ? lexeme : word;
  return {
    lexemes: sound && lexeme.length > 2 ? [lexeme, lexeme.slice(0, -1) + sound] : [lexeme],
    words: singular && singular.length >= MIN_SINGULAR ? [word, singular] : [word],
    base: shorter.length >= MIN_BASE ? shorter : null,
  };
}
