'use client';
import type { AnchorHTMLAttributes, MouseEvent } from 'react';
import { useMapView } from './map-view';

const isPlainPress = (event: MouseEvent): boolean =>
  event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;

/** A link to the card of an element: opens in place, and in a new tab as any link. */
export function ElementLink({
  elementId,
  onClick,
  ...rest
}: { elementId: string } & AnchorHTMLAttributes<HTMLAnchorElement>) {
  const { hrefOf, select } = useMapView();
  return (
    <a
      {...rest}
      href={hrefOf(elementId)}
      data-element-link={elementId}
      onClick={(event) => {
        onClick?.(event);
        if (event.defaultPrevented || !isPlainPress(event)) return;
        event.preventDefault();
        select(elementId);
      }}
    />
  );
}
