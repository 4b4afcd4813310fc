/**
 * One schema per request of contracts.ts; only the server reads requests, so only it needs them. Bodies are JSON; names are
 * normalised and judged by lib/domain/people/display-name.
 */
import { z } from 'zod/mini';
import { MAX_BUDGET, MAX_NAME_LENGTH, MAX_PERSPECTIVES, MAX_PURPOSE_LENGTH, MAX_TITLE_LENGTH } from './contracts';

const title = z.string().check(z.trim(), z.minLength(1), z.maxLength(MAX_TITLE_LENGTH));
const purpose = z.string().check(z.trim(), z.maxLength(MAX_PURPOSE_LENGTH));
const perspectives = z
  .array(z.string().check(z.trim(), z.minLength(1), z.maxLength(MAX_NAME_LENGTH)))
  .check(z.maxLength(MAX_PERSPECTIVES));
/** Judged by the domain, which gives the sentence; here only a bound. */
const rawName = z.string().check(z.maxLength(100_000));

/** POST /api/workshops */
export const CreateWorkshopSchema = z.object({
  title,
  purpose: z.optional(purpose),
  perspectives: z.optional(perspectives),
  template: z.optional(z.string().check(z.maxLength(80))),
});
/** PATCH /api/workshops/<id> */
export const ChangeWorkshopSchema = z.object({
  title: z.optional(title),
  purpose: z.optional(purpose),
  perspectives: z.optional(perspectives),
});
/** POST /api/workshops/<id>/links: makes a new link of this role; the old one of that role is revoked, who is inside stays */
export const CreateLinkSchema = z.object({ role: z.enum(['participant', 'observer']) });
/** POST /api/join: by link token or by short code; the cookie of the join page stands in for the token when both are absent */
export const JoinSchema = z.object({
  token: z.optional(z.string().check(z.maxLength(200))),
  code: z.optional(z.string().check(z.maxLength(40))),
  name: rawName,
  perspective: z.optional(z.nullable(z.string().check(z.maxLength(200)))),
});
/** POST /api/workshops/<id>/take-part ('Ik doe zelf mee') */
export const TakePartSchema = z.object({
  name: rawName,
  perspective: z.optional(z.nullable(z.string().check(z.maxLength(200)))),
});
/** POST /api/workshops/<id>/rounds: 201 with its RoundView */
export const OpenRoundSchema = z.object({
  budget: z.number().check(z.int(), z.gte(1), z.lte(MAX_BUDGET)),
  cap: z.number().check(z.int(), z.gte(1), z.lte(MAX_BUDGET)),
});
/** PUT /api/workshops/<id>/rounds/<roundId>/ballot: the whole allocation, point number → dots (0 may be left out) */
export const CastBallotSchema = z.object({
  allocation: z.record(z.string().check(z.maxLength(64)), z.number()),
  // What a database keeps as it is: another text would not be found again, or refuse everybody's ballots with it.
  idempotencyKey: z.string().check(z.minLength(8), z.maxLength(64), z.regex(/^[\x21-\x7e]+$/)),
});
