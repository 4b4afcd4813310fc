/** Measures of the picture, in board units. One grid, one type scale, for every template. */
export const GRID = {
  leftColumns: 4,
  rightColumns: 9,
  columnWidth: 340,
  /** between columns and between cards */
  gutter: 20,
  /** between layers; the red arrows stand in it */
  layerGap: 62,
  layerPadding: 20,
  cardPadding: 16,
  /** for the pink-red arrows on both sides */
  harmGutter: 120,
  /** the key and, under it, the corner layer */
  sideWidth: 560,
  /** the layer over the full height at the right */
  columnLayerWidth: 640,
  sideGap: 40,
  margin: 48,
} as const;

export const TYPE = {
  point: { size: 15, lineHeight: 20, gap: 6 },
  group: { size: 16, lineHeight: 21, before: 10, after: 4 },
  heading: { size: 19, lineHeight: 24, after: 8 },
  layer: { size: 30, lineHeight: 36 },
  label: { size: 17, lineHeight: 22 },
  tag: { size: 28, lineHeight: 34 },
  farTag: { size: 70, lineHeight: 84 },
} as const;

/** Sizes of a block's heading at the middle depth: the largest that fits its card; the last only for very long words. */
export const HEADLINE_SIZES = [38, 32, 27] as const;
/** Every card has room for its heading at this size. */
export const HEADLINE_ROOM_SIZE = 32;
/** Sizes a layer's essence may take at the far depth. */
export const ESSENCE_SIZES = [116, 104, 88, 74, 68, 62, 52, 44, 40] as const;
/** A layer's own title at the middle depth. */
export const LAYER_TITLE_SIZES = { near: 30, middle: 46 } as const;

export const BALL = { near: 36, middle: 60, far: 140, gap: 8 } as const;
/** indent of a point's text behind its bullet, and of a point under a point */
export const BULLET_INDENT = 14;
export const LEVEL_INDENT = 16;
/** Room that is left over may widen the space between points by this much at most. */
export const MAX_EXTRA_GAP = 14;
export const MIN_LAYER_HEIGHT = 280;
