/** What is wrong with an uploaded schema, one sentence per rule of lib/domain/template/SPEC.md. */
import type { ShapeProblem } from '@/lib/domain/template/template-problem';

const TYPES: Record<string, string> = {
  string: 'tekst',
  number: 'een getal',
  int: 'een heel getal',
  boolean: 'true of false',
  array: 'een lijst tussen vierkante haken',
  object: 'een onderdeel tussen accolades',
};

const few = (words: readonly string[]) => words.slice(0, 12).join(', ');

function shapeSentence(name: string, shape: ShapeProblem): string {
  switch (shape.kind) {
    case 'missing':
      return `Hier ontbreekt ‘${name}’.`;
    case 'empty':
      return `‘${name}’ is leeg. Vul het in.`;
    case 'type':
      return `‘${name}’ klopt niet: hier hoort ${TYPES[shape.expected] ?? 'iets anders'}.`;
    case 'keys':
      return `Dit woord kent het schema niet: ${few(shape.keys)}. Haal het weg.`;
    case 'choice':
      return `‘${name}’ klopt niet. Kies uit: ${few(shape.values)}.`;
    case 'pattern':
      return `‘${name}’ heeft niet de goede vorm. Kijk naar de voorbeelden in de uitleg.`;
    case 'too-long':
      return `‘${name}’ is te lang. Er passen hoogstens ${shape.most} tekens.`;
    case 'too-many':
      return `‘${name}’ heeft te veel onderdelen. Er passen er hoogstens ${shape.most}.`;
    case 'too-large':
      return `Het getal bij ‘${name}’ is te groot.`;
    case 'too-small':
      return `Het getal bij ‘${name}’ is te klein.`;
    case 'other':
      return `‘${name}’ klopt niet. Kijk naar de voorbeelden in de uitleg.`;
  }
}

type MistakeFacts = {
  rule: string;
  /** the last word of the path: 'label' */
  name: string;
  /** what the file says there, as text; null when it says nothing */
  value: string | null;
  expected?: string | undefined;
  shape?: ShapeProblem | undefined;
};

/** The sentence of one mistake, without its line. */
export function mistakeSentence({ rule, name, value, expected, shape }: MistakeFacts): string {
  if (shape) return shapeSentence(name, shape);
  switch (rule) {
    case 'JSON':
      return 'Dit is geen geldige JSON. Kijk naar komma’s, haakjes en aanhalingstekens.';
    case 'TP3':
      return `Het kenmerk ‘${value}’ komt vaker voor. Elk kenmerk mag één keer voorkomen.`;
    case 'TP4':
      return `‘${value}’ bestaat niet, of kan dit onderdeel niet bevatten.`;
    case 'TP5':
      return 'Dit punt ligt binnen zichzelf. Hang het onder een ander onderdeel.';
    case 'TP6':
      return `De volgorde klopt niet. Hier hoort ${expected}, er staat ${value}.`;
    case 'TP7':
      return value === null
        ? 'Dit blok is leeg. Zet er met ‘emptyReason’ een reden bij.'
        : 'Dit blok is niet leeg. Haal de reden (‘emptyReason’) weg.';
    case 'TP8':
      return `‘${value}’ bestaat niet in dit schema.`;
    case 'TP9':
      return `Het kenmerk past niet bij de plaats. Hier hoort ‘${expected}’, er staat ‘${value}’.`;
    case 'TP10':
      return value === null
        ? 'Dit paar heeft geen polen. Zet er met ‘poles’ twee polen bij.'
        : 'Alleen een paar heeft polen. Haal ‘poles’ weg of maak er een ‘pair’ van.';
    case 'TP11':
      return 'Deze relatie kan geen pijl zijn. Zet ‘edge’ op false.';
    case 'TP14':
      return `In ‘${name}’ staan tekens die niet zichtbaar zijn. Typ de tekst opnieuw.`;
    default:
      return `‘${name}’ klopt niet. Kijk naar de voorbeelden in de uitleg.`;
  }
}
