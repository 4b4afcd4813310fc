/** Element id → our explanation of its heading. `explanationsFor(slug)` in lib/messages/nl-explanations.ts fetches them. */
export type Explanations = Readonly<Record<string, string>>;

/** The explanation beside a heading; null for a point, an own point, and where nothing is loaded. */
export function explanationOf(explanations: Explanations | null, id: string): string | null {
  return explanations && Object.hasOwn(explanations, id) ? (explanations[id] ?? null) : null;
}
