'use client';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { ButtonLink } from '@/components/ui/button-link';
import { nlMap } from '@/lib/messages/nl-map';
import { useMapView } from '../map-view';
import styles from './card.module.css';

const words = nlMap.card;

/** The address of this card; by hand where a page may not write on the clipboard (plain http on a local network). */
function CopyLink({ elementId }: { elementId: string }) {
  const { hrefOf } = useMapView();
  const [said, setSaid] = useState<'copied' | 'by-hand' | null>(null);
  const address = () => window.location.origin + hrefOf(elementId, 'auto');
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(address());
      setSaid('copied');
    } catch {
      setSaid('by-hand');
    }
  };
  return (
    <>
      <Button variant="quiet" onClick={() => void copy()}>
        {words.copy}
      </Button>
      <span role="status" className={styles.soft}>
        {said === 'copied' && words.copied}
        {said === 'by-hand' && (
          <label className={styles.byHand}>
            {words.copyByHand}
            <input readOnly value={address()} onFocus={(event) => event.target.select()} />
          </label>
        )}
      </span>
    </>
  );
}

/** The same element in the other view, and its address. */
export function CardActions({ elementId, place }: { elementId: string; place: 'board' | 'list' }) {
  const { hrefOf } = useMapView();
  const isBoard = place === 'board';
  return (
    <div className={styles.actions}>
      <ButtonLink variant="quiet" href={hrefOf(elementId, isBoard ? 'list' : 'board')}>
        {isBoard ? words.toList : words.toBoard}
      </ButtonLink>
      <CopyLink elementId={elementId} />
    </div>
  );
}
