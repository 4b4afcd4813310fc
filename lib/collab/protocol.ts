/**
 * What the browser and the sync server say to each other beside Yjs itself.
 * Message numbers are those of y-websocket 3.1.0; close codes 4400-4499 mean "do not come back" to that client.
 */
export const MESSAGE = { sync: 0, awareness: 1, auth: 2, queryAwareness: 3 } as const;

export const CLOSE = {
  goingAway: 1001,
  tryAgainLater: 1013,
  badMessage: 4400,
  signedOut: 4401,
  forbidden: 4403,
  unknownBoard: 4404,
  /** [S5] the update was refused: the client throws its Y.Doc away and loads fresh */
  refused: 4409,
  tooLarge: 4413,
  tooFast: 4429,
} as const;

export type CloseCode = (typeof CLOSE)[keyof typeof CLOSE];

/** What one frame may hold, in bytes ([S7]). */
export const MAX_FRAME_BYTES = 4 * 1024 * 1024;
/** [S11] a drag is sent at most this often, per second. */
export const MAX_DRAG_HZ = 20;
/** Cursors leave a client at most this often, per second (sync.md, point 2). */
export const MAX_CURSOR_HZ = 30;

export const SYNC_PATH = '/sync/';
