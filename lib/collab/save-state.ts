/** What the status bar says about one's own work. `unsaved` while offline means: it waits on this screen. */
export type SaveState = { connection: 'connecting' | 'online' | 'offline' | 'stopped'; unsaved: boolean };

export type SaveLabel = 'connecting' | 'saved' | 'unsaved' | 'offline' | 'offline-unsaved' | 'stopped';

/** The one label for a state; "saved" only when the server has confirmed everything. */
export function saveLabel({ connection, unsaved }: SaveState): SaveLabel {
  if (connection === 'stopped') return 'stopped';
  if (connection === 'offline') return unsaved ? 'offline-unsaved' : 'offline';
  if (unsaved) return 'unsaved';
  return connection === 'connecting' ? 'connecting' : 'saved';
}
