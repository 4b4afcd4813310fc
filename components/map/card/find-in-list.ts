const LIST = '[data-schema-list]';

/** What can have the focus for an element of the list: its own link or handle, else the place itself. */
function handleOf(place: HTMLElement): HTMLElement {
  if (place.matches('a, button, summary')) return place;
  const handle = place.querySelector<HTMLElement>(':scope > summary, a, button');
  if (handle) return handle;
  place.tabIndex = -1;
  return place;
}

/** The place of an element in the list, with everything around it opened; null when the list does not show it. */
export function findInList(elementId: string): HTMLElement | null {
  const id = CSS.escape(elementId);
  const place = document.querySelector<HTMLElement>(`${LIST} #${id}, ${LIST} [data-element-link="${id}"]`);
  if (!place) return null;
  const handle = handleOf(place);
  for (let at = handle.parentElement; at; at = at.parentElement) {
    // A handle is in sight when its own part is closed.
    if (at instanceof HTMLDetailsElement && handle.parentElement !== at) at.open = true;
  }
  return handle;
}
