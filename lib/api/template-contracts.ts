/** Uploading schemas of one's own. Loads in the browser. */

/** One row of GET /api/templates: every version of every schema, per schema the newest first. */
export type TemplateSummary = {
  slug: string;
  version: number;
  newest: boolean;
  title: string;
  source: string;
  createdAt: string;
  layers: number;
  points: number;
  /** comes with Knooppunt itself */
  own: boolean;
};

/** One mistake in a template file, with its sentence. `line` is 1-based; null when it is about the file as a whole. */
export type TemplateMistake = { rule: string; line: number | null; path: string; sentence: string };

type LayerPreview = {
  section: string;
  name: string;
  colour: string;
  blocks: number;
  groups: number;
  points: number;
};

/** POST /api/templates/preview with the bytes of the file: stores nothing. */
export type TemplatePreview =
  | { ok: false; mistakes: TemplateMistake[] /** mistakes that are not listed */; more: number }
  | {
      ok: true;
      /** hex; POST /api/templates?sha256=… with the same bytes stores it */
      sha256: string;
      slug: string;
      version: number;
      title: string;
      source: string;
      place: 'new' | 'same' | 'taken' | 'reserved';
      layers: LayerPreview[];
      totals: {
        layers: number;
        blocks: number;
        groups: number;
        points: number;
        relations: number;
        interventionPoints: number;
      };
    };

export const storeTemplatePath = (sha256: string): string => `/api/templates?sha256=${sha256}`;
/** How many mistakes are shown at once. */
export const MAX_MISTAKES = 50;
