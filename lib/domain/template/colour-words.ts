import type { Layer } from './template';

/** What people call a layer's colour. The source has two blues; only a word tells them apart. */
export const COLOUR_WORDS: Record<Layer['colour'], string> = {
  lila: 'lila',
  turquoise: 'turquoise',
  blauw: 'blauw',
  oranje: 'oranje',
  geel: 'geel',
  groen: 'groen',
  lichtpaars: 'lichtpaars',
  rood: 'rood',
  roze: 'roze',
  'blauw-politiek': 'donkerblauw',
};
