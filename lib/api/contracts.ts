/**
 * What goes over HTTP, both ways: one schema per request (requests.ts), one type per answer. Loads in the browser.
 * Every refusal is `{error: {code, message}}` with a plain Dutch sentence (lib/messages).
 */
import type { z } from 'zod/mini';
import type { AccessChangeReason } from '@/lib/domain/people/access-change';
import { MAX_DISPLAY_NAME_LENGTH } from '@/lib/domain/people/display-name';
import type { ParticipantRole, ViewerRole } from '@/lib/domain/people/viewer';
import type { Allocation } from '@/lib/domain/voting/check-ballot';
import type { RoundPhase } from '@/lib/domain/voting/round-phase';
import type { CastBallotSchema, JoinSchema, OpenRoundSchema, TakePartSchema } from './requests';

// --- Limits, shared by forms and server ---
/** of people and of perspectives */
export const MAX_NAME_LENGTH = MAX_DISPLAY_NAME_LENGTH;
export const MAX_TITLE_LENGTH = 120;
export const MAX_PURPOSE_LENGTH = 500;
export const MAX_PERSPECTIVES = 12;
export const MAX_BUDGET = 100;

// --- Requests: their schemas are in requests.ts, so that a page that only calls carries no schema library ---
export type JoinRequest = z.infer<typeof JoinSchema>;
export type TakePart = z.infer<typeof TakePartSchema>;
export type OpenRound = z.infer<typeof OpenRoundSchema>;
export type CastBallot = z.infer<typeof CastBallotSchema>;

// --- Answers ---
export type ErrorAnswer = { error: { code: string; message: string } };

/** 201 of POST /api/workshops; 200 of POST /api/join */
export type CreatedWorkshop = { workshopId: string; boardId: string };
export type Joined = {
  workshopId: string;
  boardId: string;
  participantId: string;
  role: ParticipantRole;
  name: string;
  perspective: string | null;
};

/** One row of GET /api/workshops (facilitator only) */
export type WorkshopSummary = {
  id: string;
  title: string;
  createdAt: string;
  closedAt: string | null;
  participants: number;
  roundOpen: boolean;
};

/** One row of GET /api/workshops/<id>/links (facilitator only). `qr` is an SVG. */
export type LinkView = {
  id: string;
  role: ParticipantRole;
  url: string;
  code: string;
  qr: string;
  expiresAt: string;
  revokedAt: string | null;
};

/** Who looks: what this recipient is and may do in this workshop. */
export type Me = {
  /** 'p:<participant id>' or 'u:<user id>'; author of what this person writes on the board */
  key: string;
  role: ViewerRole;
  name: string;
  perspective: string | null;
  participantId: string | null;
  canWrite: boolean;
  canVote: boolean;
};

export type PersonView = {
  id: string;
  name: string;
  perspective: string | null;
  role: ViewerRole;
  here: boolean;
};

/** [B5] `result` is null for everybody until the round is closed; `turnout` streams. */
export type RoundView = {
  id: string;
  method: 'dots';
  phase: RoundPhase;
  budget: number;
  cap: number;
  /** numbers of the points on the ballot, in template order: '1.1' … '5.6' */
  items: string[];
  openedAt: string;
  closesAt: string | null;
  closedAt: string | null;
  turnout: { voted: number; entitled: number };
  /** [B8] head of the chain of ballots at opening and (when closed) at closing, hex */
  chain: { start: string; end: string | null };
  /** my latest counted allocation, or null when I did not vote */
  myAllocation: Allocation | null;
  result: RoundResult | null;
};

/** [T2 later] sorted by dots, then template order; items with equal dots share a rank. */
export type RoundResult = {
  voters: number;
  dots: number;
  items: { number: string; dots: number; voters: number; rank: number }[];
};

/** The one state document per recipient: GET /api/workshops/<id> and every `state` event of …/live. */
export type WorkshopState = {
  id: string;
  boardId: string;
  title: string;
  purpose: string;
  perspectives: string[];
  template: { slug: string; version: number };
  layoutVersion: number;
  /** counts up with every change of the WorkshopMap (map-contracts); fetch it again then */
  mapVersion: number;
  closedAt: string | null;
  me: Me;
  people: PersonView[];
  /** newest first; at most one is not closed */
  rounds: RoundView[];
  /** server time of this document, ISO */
  now: string;
};

/** [W7] Why a stream ends for good; 'gone' when nobody said why: a session that ran out, a workshop that is no more. */
export type ByeReason = AccessChangeReason | 'gone';

// --- Addresses, in one place ---
export const paths = {
  home: '/',
  signIn: (token: string) => `/inloggen?sleutel=${token}`,
  joinLink: (token: string) => `/m/${token}`,
  /** POST with a form field `code`; answers with a redirect */
  enterCode: '/m',
  join: '/meedoen',
  workshop: (id: string) => `/w/${id}`,
  board: (id: string) => `/w/${id}?weergave=bord`,
  list: (id: string) => `/w/${id}?weergave=lijst`,
  vote: (id: string) => `/w/${id}/stemmen`,
  result: (id: string, roundId: string) => `/w/${id}/uitslag/${roundId}`,
  manage: (id: string) => `/w/${id}/beheer`,
  api: {
    workshops: '/api/workshops',
    workshop: (id: string) => `/api/workshops/${id}`,
    example: '/api/workshops/example',
    closeWorkshop: (id: string) => `/api/workshops/${id}/close`,
    live: (id: string) => `/api/workshops/${id}/live`,
    links: (id: string) => `/api/workshops/${id}/links`,
    link: (id: string, linkId: string) => `/api/workshops/${id}/links/${linkId}`,
    takePart: (id: string) => `/api/workshops/${id}/take-part`,
    participant: (id: string, participantId: string) => `/api/workshops/${id}/participants/${participantId}`,
    rounds: (id: string) => `/api/workshops/${id}/rounds`,
    closeRound: (id: string, roundId: string) => `/api/workshops/${id}/rounds/${roundId}/close`,
    ballot: (id: string, roundId: string) => `/api/workshops/${id}/rounds/${roundId}/ballot`,
    resultCsv: (id: string, roundId: string) => `/api/workshops/${id}/rounds/${roundId}/result.csv`,
    join: '/api/join',
    signIn: '/api/sign-in',
    signOut: '/api/sign-out',
    someoneElse: (id: string) => `/api/workshops/${id}/someone-else`,
    template: (slug: string) => `/api/templates/${slug}`,
  },
} as const;
