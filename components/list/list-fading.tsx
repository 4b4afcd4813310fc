'use client';
import { useEffect } from 'react';
import { useMapView } from '@/components/map/map-view';
import { nlListLive } from '@/lib/messages/nl-list';
import styles from './live-list.module.css';

function say(element: HTMLElement, name: 'faded' | 'says', isFaded: boolean): void {
  if (isFaded) element.dataset[name] = nlListLive.outsideFilter;
  else delete element.dataset[name];
}

/** Says of everything outside the reader's own filter that it is; nothing is hidden. */
export function ListFading() {
  const { bright } = useMapView();
  useEffect(() => {
    const list = document.querySelector('[data-schema-list]');
    list?.classList.toggle(styles.fading ?? '', bright !== null);
    for (const element of list?.querySelectorAll<HTMLElement>('[data-element]') ?? []) {
      const isFaded = bright !== null && !bright.has(element.dataset.element ?? '');
      const sign = element.querySelector<HTMLElement>(':scope > summary > [data-meta]');
      say(element, 'faded', isFaded);
      if (sign) say(sign, 'says', isFaded);
    }
  }, [bright]);
  return bright === null ? null : <p className={styles.filtered}>{nlListLive.filtered}</p>;
}
