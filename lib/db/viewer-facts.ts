import type { ParticipantRole, Person, ViewerFacts } from '@/lib/domain/people/viewer';
import { pgPool } from './client';

/** What a request brings: hashes of its cookies. */
export type Credentials = { sessionHash: string | null; deviceHash: Buffer | null };

/** Which workshop: by its own id, or by that of a board in it. */
export type WorkshopRef = { workshopId: string } | { boardId: string };

export type FoundViewer = { facts: ViewerFacts /** by the clock of the database */; now: Date };

type PersonColumns<Prefix extends string> = {
  [Key in `${Prefix}_id` | `${Prefix}_name`]: string | null;
} & { [Key in `${Prefix}_perspective`]: string | null } & { [Key in `${Prefix}_role`]: ParticipantRole | null };

type Row = {
  workshop_id: string;
  owner_id: string;
  closed_at: Date | null;
  now: Date;
  session_token: string | null;
  user_id: string | null;
  user_name: string | null;
  session_expires: Date | null;
  device_id: string | null;
  device_expires: Date | null;
} & PersonColumns<'own'> &
  PersonColumns<'dev'>;

const SELECT = `
  SELECT w.id AS workshop_id, w.owner_id, w.closed_at, clock_timestamp() AS now,
    s.session_token, s.user_id, u.name AS user_name, s.expires AS session_expires, d.id AS device_id, d.expires_at AS device_expires,
    own.id AS own_id, own.name AS own_name, own.perspective AS own_perspective, own.role AS own_role,
    dev.id AS dev_id, dev.name AS dev_name, dev.perspective AS dev_perspective, dev.role AS dev_role
  FROM workshops w
  LEFT JOIN sessions s ON s.session_token = $2 AND s.expires > now()
  LEFT JOIN users u ON u.id = s.user_id
  LEFT JOIN participants own ON own.workshop_id = w.id AND own.user_id = s.user_id AND own.removed_at IS NULL
  LEFT JOIN devices d ON d.token_hash = $3 AND d.expires_at > now()
  LEFT JOIN device_participants dp ON dp.device_id = d.id AND dp.workshop_id = w.id
  LEFT JOIN participants dev ON dev.id = dp.participant_id AND dev.removed_at IS NULL`;

const BY_WORKSHOP = `${SELECT} WHERE w.id = $1`;
const BY_BOARD = `${SELECT} WHERE w.id = (SELECT workshop_id FROM boards WHERE id = $1)`;

function person(
  id: string | null,
  row: { name: string | null; perspective: string | null; role: ParticipantRole | null },
): Person | null {
  return id && row.name !== null && row.role
    ? { id, name: row.name, perspective: row.perspective, role: row.role }
    : null;
}

function toFacts(row: Row): ViewerFacts {
  const takesPartAs = person(row.own_id, { name: row.own_name, perspective: row.own_perspective, role: row.own_role });
  const participant = person(row.dev_id, { name: row.dev_name, perspective: row.dev_perspective, role: row.dev_role });
  return {
    workshop: { id: row.workshop_id, ownerId: row.owner_id, closed: row.closed_at !== null },
    session:
      row.session_token && row.user_id && row.session_expires
        ? {
            id: row.session_token,
            userId: row.user_id,
            userName: row.user_name ?? '',
            expiresAt: row.session_expires,
            takesPartAs,
          }
        : null,
    device:
      row.device_id && row.device_expires ? { id: row.device_id, expiresAt: row.device_expires, participant } : null,
  };
}

/** One query per request: everything that decides on access; null when there is no such workshop or board. */
export async function findViewerFacts(ref: WorkshopRef, credentials: Credentials): Promise<FoundViewer | null> {
  const byWorkshop = 'workshopId' in ref;
  const { rows } = await pgPool().query<Row>({
    name: byWorkshop ? 'viewer-by-workshop' : 'viewer-by-board',
    text: byWorkshop ? BY_WORKSHOP : BY_BOARD,
    values: [byWorkshop ? ref.workshopId : ref.boardId, credentials.sessionHash, credentials.deviceHash],
  });
  const [row] = rows;
  return row ? { facts: toFacts(row), now: row.now } : null;
}
