import type { Layer, PointKind } from '../template/template';
import type { FontWeight } from './font-widths';

/** Board units; y grows downwards. */
export type Rect = { x: number; y: number; w: number; h: number };

/** Text that is already broken into lines: line i stands at y + i × lineHeight, and nothing is wider than w. */
export type TextBox = Rect & { lines: string[]; size: number; lineHeight: number; weight: FontWeight };

export type PicturePoint = { id: string; parentId: string; kind: PointKind; level: number; rect: Rect; text: TextBox };
export type PictureGroup = { id: string; text: TextBox };

/** A card: a block with its groups and points. */
export type PictureBlock = {
  id: string;
  layerId: string;
  label: string;
  rect: Rect;
  /** near */
  heading: TextBox;
  /** middle */
  headline: TextBox;
  groups: PictureGroup[];
  points: PicturePoint[];
  pointCount: number;
};

export type PictureLayer = {
  id: string;
  section: string;
  colour: Layer['colour'];
  rect: Rect;
  /** near and middle: number, name */
  title: TextBox;
  middleTitle: TextBox;
  /** far */
  essence: TextBox;
  /** section number with the colour's word, so that colour is never the only carrier */
  tag: TextBox;
  /** the same, under the essence */
  farTag: TextBox;
  /** stands at the right over the full height, and works through everything */
  isColumn: boolean;
  /** set on a layer that has points and no blocks: the card that holds them, drawn by the layer itself */
  ownCard: PictureBlock | null;
};

export type ArrowFamily = 'up' | 'harm-down' | 'politics';

/** A line with a head at its last point; `curve` is an SVG path, `head` the tip's triangle. */
export type PictureArrow = {
  id: string;
  family: ArrowFamily;
  from: string;
  to: string;
  path: string;
  head: string;
  width: number;
  box: Rect;
};

/** essence, blocks, points, and what the points rest on */
const DEPTHS = ['far', 'middle', 'near', 'nearest'] as const;
export type Depth = (typeof DEPTHS)[number];

/** The green ball of an intervention point on an element; `x`,`y` is its centre, `r` half its width. */
export type PictureBall = { pointId: string; number: string; elementId: string; x: number; y: number; r: number };

export type PictureKey = {
  rect: Rect;
  /** heads the column of explanations */
  title: TextBox;
  entries: {
    id: string;
    kind: 'text' | 'up' | 'harm-down' | 'politics' | 'ball' | 'cluster' | 'heading';
    mark: Rect | null;
    number: string | null;
    text: TextBox;
  }[];
  /** the few lines that are shown at the far depth */
  farEntries: { id: string; kind: 'up' | 'harm-down' | 'politics' | 'ball'; mark: Rect; text: TextBox }[];
};

export type Picture = {
  layoutVersion: number;
  width: number;
  height: number;
  layers: PictureLayer[];
  blocks: PictureBlock[];
  arrows: PictureArrow[];
  balls: Record<Depth, PictureBall[]>;
  key: PictureKey;
};
