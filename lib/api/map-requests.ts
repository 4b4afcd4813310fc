/** One schema per request of map-contracts.ts; only the server reads requests, so only it needs them. */
import { z } from 'zod/mini';
import { EVIDENCE_KINDS } from '@/lib/domain/evidence/parsed-source';
import {
  DILEMMA_LEVELS,
  MAX_CONCERNS,
  MAX_EXPLANATION,
  MAX_FACT_DATE,
  MAX_FACT_SOURCE,
  MAX_FACT_TEXT,
  MAX_MAP_NAME,
  MAX_OWN_LABEL,
} from './map-contracts';

const line = (max: number) => z.string().check(z.trim(), z.minLength(1), z.maxLength(max));
const elementId = z.string().check(z.minLength(1), z.maxLength(64));
const elementIds = (max: number) => z.array(elementId).check(z.maxLength(max));

/** POST …/own-points, PATCH …/own-points/<id>: 'niet uit het rapport' */
export const OwnPointSchema = z.object({
  label: line(MAX_OWN_LABEL),
  explanation: z.string().check(z.trim(), z.maxLength(MAX_EXPLANATION)),
  concerns: elementIds(MAX_CONCERNS).check(z.minLength(1)),
});
/** POST …/facts, PATCH …/facts/<id> */
export const FactCardSchema = z.object({
  elementId,
  kind: z.enum(EVIDENCE_KINDS),
  text: line(MAX_FACT_TEXT),
  source: line(MAX_FACT_SOURCE),
  dated: line(MAX_FACT_DATE),
});
/** POST …/pins */
export const QuotePinSchema = z.object({ elementId, passageId: z.string().check(z.maxLength(36)) });
/** PUT …/stances/<elementId>: `pole` and `level` for a pair (a dilemma) only, both null elsewhere */
export const StanceSchema = z.object({
  pole: z.nullable(z.number().check(z.int(), z.gte(-2), z.lte(2))),
  level: z.nullable(z.enum(DILEMMA_LEVELS)),
});
/** POST …/loops, PATCH …/loops/<id> {name} */
export const SavedLoopSchema = z.object({
  name: line(MAX_MAP_NAME),
  elementIds: elementIds(100).check(z.minLength(2)),
});
export const LoopNameSchema = z.object({ name: line(MAX_MAP_NAME) });

/** What a person chose to see; it fades the rest and hides nothing. */
export const ViewSettingsSchema = z.object({
  clusters: z.array(z.string().check(z.maxLength(40))).check(z.maxLength(40)),
  families: z.object({
    up: z.boolean(),
    harmDown: z.boolean(),
    politics: z.boolean(),
    balls: z.boolean(),
    /** lines between intervention points */
    links: z.boolean(),
    /** the pink column, laid over everything */
    column: z.boolean(),
  }),
  only: z.nullable(z.enum(['with-notes', 'without-figures', 'not-opened', 'my-stances', 'recursions'])),
  follow: z.nullable(z.object({ elementId, direction: z.enum(['up', 'down', 'both']) })),
  loop: z.nullable(elementIds(100)),
});
/** POST …/views: the same name again replaces it */
export const SavedViewSchema = z.object({ name: line(MAX_MAP_NAME), settings: ViewSettingsSchema });
/** POST …/opened */
export const OpenedSchema = z.object({ elementIds: elementIds(200) });
