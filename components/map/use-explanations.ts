'use client';
import { useEffect, useState } from 'react';
import type { Explanations } from '@/lib/domain/explain/explanations';
import { explanationsFor } from '@/lib/messages/nl-explanations';

/** Our own words beside the headings of one template; null until they are here, and for a template without. */
export function useExplanations(slug: string): Explanations | null {
  const [found, setFound] = useState<Explanations | null>(null);
  useEffect(() => {
    let isOver = false;
    const got = (explanations: Explanations | null) => {
      if (!isOver) setFound(explanations);
    };
    // Without them a card is still whole; the next page asks again.
    explanationsFor(slug).then(got, () => got(null));
    return () => {
      isOver = true;
    };
  }, [slug]);
  return found;
}
