import type { LoopName } from '@/lib/domain/graph/find-loops';
import { COLOUR_WORDS } from '@/lib/domain/template/colour-words';
import type { Layer, Template } from '@/lib/domain/template/template';

/** What a colour stands for in the probleem- en oorzakenschema; other templates name their layers instead. */
const COLOUR_MEANINGS: Record<Layer['colour'], string> = {
  lila: 'De ondergrond: diepe oorzaken in de samenleving en in ons denken.',
  turquoise: 'Het gezin: problemen waardoor het thuis onveilig kan worden, en die onveiligheid zelf.',
  blauw: 'De vraag om hulp: hoe een signaal wel of niet aankomt.',
  oranje: 'De basis van de hulp: wetten, geld, regels en afspraken.',
  geel: 'De mensen en organisaties die hulp en bescherming geven.',
  groen: 'De hulp zelf: hier komen gezinnen en hulpverleners bij elkaar.',
  lichtpaars: 'Extra schade, doordat hulp niet goed gaat.',
  rood: 'De schade voor mensen en voor de samenleving, nu en later.',
  roze: 'Wat alles lastiger maakt. Deze kolom werkt op het hele schema.',
  'blauw-politiek': 'De politiek: die kan problemen groter maken of laten bestaan.',
};

/** Characters; lib/api/map-contracts.ts allows as many. */
const MAX_LOOP_NAME = 60;

const list = (words: readonly string[]): string =>
  words.length < 2 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} en ${words.at(-1)}`;

const places = (count: number): string => (count === 1 ? '1 andere plek' : `${count} andere plekken`);

/** Reading guide, legend, tour, and the sentences with walks, loops and figures. */
export const nlGuide = {
  intro: 'Zo leest u het schema.',
  steps: [
    {
      title: 'Lees van onder naar boven',
      text: 'Onderaan staan de diepste oorzaken. Bovenaan leest u waar alles toe leidt.',
    },
    {
      title: 'Een laag',
      text: 'Een laag is een gekleurde strook met een nummer. Wat in een laag gebeurt, werkt door in de laag erboven.',
    },
    {
      title: 'Een blok',
      text: 'In een laag staan blokken naast elkaar. Samen zorgen zij voor de gevolgen in de laag erboven.',
    },
    {
      title: 'Een kernpunt',
      text: 'In een blok staan kernpunten. Elk kernpunt is een korte samenvatting van veel teksten en uitspraken.',
    },
    {
      title: 'De pijlen',
      text: 'Rode pijlen gaan omhoog, van oorzaak naar gevolg. Roze-rode pijlen laten zien hoe schade weer naar beneden werkt.',
    },
    {
      title: 'De kringen',
      text: 'Schade kan problemen opnieuw groter maken. Zo ontstaat een kring die zichzelf in stand houdt.',
    },
    {
      title: 'De roze kolom',
      text: 'Rechts staat een roze kolom. Wat daarin staat, speelt overal in het schema mee.',
    },
    {
      title: 'Een interventiepunt',
      text: 'Een lichtgroene bal is een belangrijke plek om iets te veranderen. De bal staat op het blok waar hij over gaat.',
    },
  ],

  legend: {
    title: 'Wat u ziet',
    layers: 'Kleuren van de lagen',
    signs: 'Pijlen en tekens',
    rows: {
      up: { name: 'Rode pijl omhoog', meaning: 'Werkt door in de laag erboven.' },
      harmDown: { name: 'Roze-rode pijl omlaag', meaning: 'Schade werkt terug naar lagen eronder.' },
      politics: { name: 'Blauwe pijl', meaning: 'De politiek kan problemen groter maken of laten bestaan.' },
      column: { name: 'Roze kolom', meaning: 'Werkt op alle lagen.' },
      ball: { name: 'Lichtgroene bal', meaning: 'Een interventiepunt uit het rapport: een plek om in te grijpen.' },
      ownBall: { name: 'Eigen bal (E1, E2 …)', meaning: 'Een punt van uw eigen groep: niet uit het rapport.' },
      link: { name: 'Lijn tussen ballen', meaning: 'Deze interventiepunten hangen met elkaar samen.' },
      fact: { name: 'Vierkant kaartje', meaning: 'Een feit, cijfer of ervaring, met de bron erbij.' },
      note: { name: 'Notitie', meaning: 'Wat iemand in deze werksessie heeft geschreven.' },
    },
    /** other templates: the layers that have this colour */
    layersNamed: (names: readonly string[]) => list(names),
  },

  tour: {
    title: 'Rondleiding',
    next: 'Volgende',
    back: 'Vorige',
    skip: 'Sla over',
    done: 'Klaar',
    again: 'Bekijk de rondleiding opnieuw',
    progress: (step: number, total: number) => `Stap ${step} van ${total}`,
    start: (number: string, name: string) =>
      `Begin onderaan, bij ${number}: ${name}. Alles wat u erboven ziet, rust hierop.`,
    up: (number: string) =>
      `Volg de rode pijlen omhoog naar laag ${number}. De blokken in een laag zorgen samen voor wat erboven staat.`,
    harm: (number: string) =>
      `Bovenaan, bij ${number}, staat de schade. Die werkt langs de zijkanten weer naar beneden.`,
    ball: 'Een groene bal is een interventiepunt: een plek om in te grijpen. Kies een bal om te lezen waarom.',
    card: 'Kies een onderdeel om meer te lezen. U ziet wat eronder ligt, waar het toe leidt en waarop het rust.',
    list: 'Leest u liever in een lijst? In de lijst staat alles wat ook op het bord staat.',
  },

  explanation: {
    label: 'Uitleg van Knooppunt',
    hint: 'Deze uitleg is van Knooppunt. De kop hierboven komt uit het rapport.',
  },

  nothingUnderneath: 'Het schema noemt hier niets onder.',
  leadsNowhere: 'Het schema noemt hier geen gevolg van.',
  together: (others: readonly string[]) => `Samen met ${list(others)}.`,
  certainty: { stated: '', reading: 'Zo lezen wij het.', open: 'Dit is een open vraag.' },
  certaintyHint: {
    stated: 'Dit staat zo in de tekst.',
    reading: 'De tekst noemt dit verband. Bij welke onderdelen het hoort, hebben wij gekozen.',
    open: 'De tekst vraagt dit. Een antwoord staat er niet.',
  },
  /** an arrow of the drawing without a relation that says why */
  drawnOnly: 'Deze pijl staat in het schema getekend.',
  /** beside an arrow that goes down */
  harmDown: 'schade werkt terug',

  influence: {
    title: 'Plaats in het geheel',
    downstream: (count: number) =>
      count === 0
        ? 'Het schema noemt van hieruit geen weg omhoog.'
        : `Van hieruit loopt een weg omhoog naar ${places(count)}.`,
    upstream: (count: number) =>
      count === 0 ? 'Het schema noemt niets dat hier naartoe werkt.' : `Vanaf ${places(count)} loopt een weg hierheen.`,
    loops: (count: number, total: number) =>
      count === 0 ? 'Dit ligt niet op een kring.' : `Dit ligt op ${count} van de ${total} kringen in het schema.`,
    explain: {
      downstream: 'We tellen de plekken die u bereikt als u de pijlen omhoog volgt.',
      upstream: 'We tellen de plekken van waaruit u hier komt als u de pijlen volgt.',
      loops: 'Een kring loopt omhoog en komt via schade weer bij het begin uit.',
    },
    /** the element has no relations of its own */
    via: (layer: string) =>
      `Deze aantallen horen bij laag ${layer}. Voor dit onderdeel zelf noemt het schema geen verband.`,
    help: 'Deze aantallen helpen u kijken. Ze bewijzen niet wat het belangrijkst is.',
  },

  loops: {
    intro: 'Een kring is een weg omhoog die via schade weer terugkomt bij het begin.',
    none: 'Op dit onderdeel ligt geen kring.',
  },
  /** fits in the name of a saved loop, as long as numbers are like those of the schema */
  loopName: ({ from, backTo, via, self }: LoopName): string => {
    if (self) return `${from} houdt zichzelf in stand`;
    if (via.length === 0) return `Van ${from} terug naar ${backTo} en weer omhoog`;
    const name = (between: string): string => `Van ${from} terug naar ${backTo} via ${via.join(between)}`;
    return name(', ').length > MAX_LOOP_NAME ? name('→') : name(', ');
  },
} as const;

export type LegendRow = { colour: Layer['colour']; word: string; meaning: string; layerIds: string[] };

/** A row per colour in the template, bottom layer first. */
export function legendOf(template: Template): LegendRow[] {
  const layers = [...template.layers].sort((a, b) => a.order - b.order);
  return [...new Set(layers.map(({ colour }) => colour))].map((colour) => {
    const same = layers.filter((layer) => layer.colour === colour);
    const names = same.map(({ section, essence }) => `${section} ${essence}`);
    const known = template.slug === 'probleem-en-oorzakenschema';
    return {
      colour,
      word: COLOUR_WORDS[colour],
      meaning: known ? COLOUR_MEANINGS[colour] : nlGuide.legend.layersNamed(names),
      layerIds: same.map(({ id }) => id),
    };
  });
}

/** What a step points at: an element of the template, or a part of the screen. */
export type TourTarget = { element: string } | { part: 'card' | 'list' };
export type TourStep = { target: TourTarget; text: string };

/** The first-visit tour, from the bottom up; a step is left out when the template has nothing to point at. */
export function tourOf(template: Template): TourStep[] {
  const layers = [...template.layers].sort((a, b) => a.order - b.order);
  const [bottom, second] = layers;
  const harmIds = template.layerGraph?.downward.map(([from]) => from) ?? [];
  const harm = layers.filter(({ id }) => harmIds.includes(id)).at(-1);
  const ball = template.interventionPoints[0]?.concerns[0];
  const at = (element: string | undefined, text: (() => string) | string): TourStep[] =>
    element ? [{ target: { element }, text: typeof text === 'string' ? text : text() }] : [];
  const { tour } = nlGuide;
  return [
    ...at(bottom?.id, () => tour.start(bottom?.section ?? '', bottom?.essence ?? '')),
    ...at(second?.id, () => tour.up(second?.section ?? '')),
    ...at(harm?.id, () => tour.harm(harm?.section ?? '')),
    ...at(ball, tour.ball),
    { target: { part: 'card' }, text: tour.card },
    { target: { part: 'list' }, text: tour.list },
  ];
}
