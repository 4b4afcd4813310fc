import type { TLShape } from '@tldraw/tlschema';
import { nlCanvas } from '@/lib/messages/nl-canvas';

/** Where a quote that became a note came from, in words; null for what somebody wrote. */
export function sourceLine({ source }: TLShape['meta']): string | null {
  const label = source !== null && typeof source === 'object' && 'label' in source ? source.label : null;
  return typeof label === 'string' ? nlCanvas.from(label) : null;
}
