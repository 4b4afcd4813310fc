import { paths } from '@/lib/api/contracts';

/** A page everybody has a reason to look at; only reached by leaving, never loaded by us. */
export const LEAVE_TO = 'https://www.buienradar.nl/';

function forgetCookies(): void {
  for (const pair of document.cookie.split(';')) {
    const name = pair.split('=')[0]?.trim();
    if (name) document.cookie = `${name}=; Max-Age=0; path=/`;
  }
}

/** Hides the page, forgets this device's session and storage, and replaces this page in the history. */
export function leavePage(): void {
  document.documentElement.dataset.leaving = '';
  document.title = 'Weer';
  void fetch(paths.api.signOut, { method: 'POST', keepalive: true, headers: { 'Content-Type': 'application/json' }, body: '{}' }).catch(() => undefined);
  try {
    sessionStorage.clear();
    localStorage.clear();
    forgetCookies();
  } catch {
    // A browser that refuses storage also holds nothing of us.
  }
  window.location.replace(LEAVE_TO);
}
