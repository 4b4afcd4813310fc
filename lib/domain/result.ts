/** An expected outcome: a value, or the reason why not. Exceptions mean a bug or broken IO. */
export type Result<Value, Refusal extends string> = { ok: true; value: Value } | { ok: false; refusal: Refusal };

export function ok<Value>(value: Value): { ok: true; value: Value } {
  return { ok: true, value };
}

export function refuse<Refusal extends string>(refusal: Refusal): { ok: false; refusal: Refusal } {
  return { ok: false, refusal };
}
