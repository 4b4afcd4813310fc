/**
 * What a group lays over the template, and what is personal: requests, answers, addresses. Loads in the browser.
 * After every change `WorkshopState.mapVersion` counts up, and clients fetch the map again.
 */
import type { z } from 'zod/mini';
import type { EvidenceKind, PassageKind } from '@/lib/domain/evidence/parsed-source';
import type { FactCardSchema, OwnPointSchema, StanceSchema, ViewSettingsSchema } from './map-requests';

export const MAX_OWN_LABEL = 80;
export const MAX_EXPLANATION = 1_000;
export const MAX_FACT_TEXT = 500;
export const MAX_FACT_SOURCE = 200;
export const MAX_FACT_DATE = 40;
export const MAX_MAP_NAME = 60;
export const MAX_CONCERNS = 20;
export const DILEMMA_LEVELS = ['gezin', 'professional', 'organisatie', 'stelsel', 'samenleving'] as const;
export type DilemmaLevel = (typeof DILEMMA_LEVELS)[number];

export type OwnPointRequest = z.infer<typeof OwnPointSchema>;
export type FactCardRequest = z.infer<typeof FactCardSchema>;
export type StanceRequest = z.infer<typeof StanceSchema>;
export type ViewSettings = z.infer<typeof ViewSettingsSchema>;

/** Nothing filtered: everything is drawn, nothing is faded. */
export const PLAIN_VIEW: ViewSettings = {
  clusters: [],
  families: { up: true, harmDown: true, politics: true, balls: true, links: false, column: true },
  only: null,
  follow: null,
  loop: null,
};

export type OwnPointView = {
  id: string;
  /** 'E1', 'E2' …: never the number of a point of the report */
  number: string;
  label: string;
  explanation: string;
  concerns: string[];
  author: string;
};
export type FactCardView = {
  id: string;
  elementId: string;
  kind: EvidenceKind;
  text: string;
  source: string;
  dated: string;
  author: string;
};
export type QuotePinView = { id: string; elementId: string; author: string; passage: PassageView };
export type StanceView = { person: string; elementId: string; pole: number | null; level: DilemmaLevel | null };
export type SavedLoopView = { id: string; name: string; elementIds: string[]; author: string };
export type SavedViewView = { id: string; name: string; settings: ViewSettings };

/** One piece of text of an imported document, with where it stands. */
export type PassageView = {
  id: string;
  kind: PassageKind;
  text: string;
  evidence: EvidenceKind;
  source: { slug: string; title: string; version: number };
  section: { id: string; number: string | null; title: string };
};

/** GET …/map: the same for everybody. `author` and `person` are keys; WorkshopState.people has the names. */
export type WorkshopMap = {
  version: number;
  ownPoints: OwnPointView[];
  facts: FactCardView[];
  pins: QuotePinView[];
  stances: StanceView[];
  loops: SavedLoopView[];
  /** how many people opened an element; nobody opened what is not in it */
  opened: Record<string, number>;
};

/** GET …/mine: this person's own. */
export type MyMap = { opened: string[]; views: SavedViewView[]; tourSeen: boolean };

const of = (workshopId: string) => `/api/workshops/${workshopId}`;
export const mapPaths = {
  map: (w: string) => `${of(w)}/map`,
  mine: (w: string) => `${of(w)}/mine`,
  ownPoints: (w: string) => `${of(w)}/own-points`,
  ownPoint: (w: string, id: string) => `${of(w)}/own-points/${id}`,
  /** POST undoes a removal */
  restoreOwnPoint: (w: string, id: string) => `${of(w)}/own-points/${id}/restore`,
  facts: (w: string) => `${of(w)}/facts`,
  fact: (w: string, id: string) => `${of(w)}/facts/${id}`,
  /** POST undoes a removal */
  restoreFact: (w: string, id: string) => `${of(w)}/facts/${id}/restore`,
  pins: (w: string) => `${of(w)}/pins`,
  pin: (w: string, id: string) => `${of(w)}/pins/${id}`,
  stance: (w: string, elementId: string) => `${of(w)}/stances/${encodeURIComponent(elementId)}`,
  loops: (w: string) => `${of(w)}/loops`,
  loop: (w: string, id: string) => `${of(w)}/loops/${id}`,
  views: (w: string) => `${of(w)}/views`,
  view: (w: string, id: string) => `${of(w)}/views/${id}`,
  opened: (w: string) => `${of(w)}/opened`,
  tour: (w: string) => `${of(w)}/tour`,
} as const;
