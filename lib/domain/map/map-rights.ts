import type { Viewer } from '../people/viewer';

export type WriteRefusal = 'observer-reads' | 'workshop-closed';

/** [MP1] Why somebody inside may not write on the map, or null. */
export function refuseWriting({ role, canWrite }: Pick<Viewer, 'role' | 'canWrite'>): WriteRefusal | null {
  if (canWrite) return null;
  return role === 'observer' ? 'observer-reads' : 'workshop-closed';
}

/**
 * All keys a person has had here: 'Ik doe zelf mee' gives a facilitator another one. The first is today's, and new
 * rows are written under it.
 */
export function keysOf({ key, userId }: Pick<Viewer, 'key' | 'userId'>): [string, ...string[]] {
  const before = userId ? `u:${userId}` : key;
  return before === key ? [key] : [key, before];
}

/** [MP2] The author or the facilitator. */
export function mayChange(viewer: Pick<Viewer, 'key' | 'userId' | 'role'>, author: string): boolean {
  return viewer.role === 'facilitator' || keysOf(viewer).includes(author);
}
