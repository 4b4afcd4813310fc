import { paths } from '@/lib/api/contracts';

/** A page everybody has a reason to look at; only reached by leaving, never loaded by us. */
export const LEAVE_TO = 'https://www.buienradar.nl/';

/**
 * Hides the page, forgets this device's session and storage, and replaces this page in the history.
 * Our cookies are out of reach of scripts; the server clears them, and ends what they stood for.
 */
export function leavePage(): void {
  document.documentElement.dataset.leaving = '';
  document.title = 'Weer';
  void fetch(paths.api.signOut, {
    method: 'POST',
    keepalive: true,
    headers: { 'Content-Type': 'application/json' },
    body: '{}',
  }).catch(() => undefined);
  try {
    sessionStorage.clear();
    localStorage.clear();
  } catch {
    // A browser that refuses storage also holds nothing of us.
  }
  window.location.replace(LEAVE_TO);
}
