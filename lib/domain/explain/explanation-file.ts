import { z } from 'zod';
import type { Template } from '../template/template';

/** Characters. */
const MAX_EXPLANATION_LENGTH = 200;
const MAX_SENTENCES = 2;
const MAX_WORDS = 20;

/** What prisma/templates/uitleg/<slug>.json holds: our own words beside the headings of one template. */
export const ExplanationFileSchema = z.strictObject({
  formatVersion: z.literal(1),
  template: z.string().min(1),
  /** element id → one or two short sentences */
  explanations: z.record(z.string(), z.string().trim().min(1).max(MAX_EXPLANATION_LENGTH)),
});
export type ExplanationFile = z.infer<typeof ExplanationFileSchema>;

export type ExplanationProblem = {
  id: string;
  problem: 'unknown-element' | 'missing' | 'too-many-sentences' | 'sentence-too-long';
};

export function sentencesOf(text: string): string[] {
  return text.split(/(?<=[.?!])\s+/).filter((sentence) => sentence !== '');
}

function wordsIn(sentence: string): number {
  return sentence.split(/\s+/).filter((word) => /\p{L}|\d/u.test(word)).length;
}

function explained(template: Template): string[] {
  return [...template.layers, ...template.blocks, ...template.groups, ...template.interventionPoints].map(
    ({ id }) => id,
  );
}

/** Everything that breaks a rule: every layer, block, group and intervention point has one short explanation, nothing else has. */
export function checkExplanations({ explanations }: ExplanationFile, template: Template): ExplanationProblem[] {
  const wanted = new Set(explained(template));
  const written = Object.entries(explanations);
  return [
    ...[...wanted].filter((id) => !(id in explanations)).map((id) => ({ id, problem: 'missing' as const })),
    ...written.filter(([id]) => !wanted.has(id)).map(([id]) => ({ id, problem: 'unknown-element' as const })),
    ...written
      .filter(([, text]) => sentencesOf(text).length > MAX_SENTENCES)
      .map(([id]) => ({ id, problem: 'too-many-sentences' as const })),
    ...written
      .filter(([, text]) => sentencesOf(text).some((sentence) => wordsIn(sentence) > MAX_WORDS))
      .map(([id]) => ({ id, problem: 'sentence-too-long' as const })),
  ];
}
