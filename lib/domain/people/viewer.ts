/** Who looks at a workshop, and what that person may do there. */

export type ParticipantRole = 'participant' | 'observer';
export type ViewerRole = 'facilitator' | ParticipantRole;

export type Person = { id: string; name: string; perspective: string | null; role: ParticipantRole };

/** What is known of a request, before anything is decided. */
export type ViewerFacts = {
  workshop: { id: string; ownerId: string; closed: boolean };
  /** a facilitator's session, with the participant this user is in the workshop ('Ik doe zelf mee') */
  session: { id: string; userId: string; userName: string; expiresAt: Date; takesPartAs: Person | null } | null;
  /** a browser, with the participant it stands for in the workshop */
  device: { id: string; expiresAt: Date; participant: Person | null } | null;
};

export type Viewer = {
  /** one key per person: 'p:<participant id>', or 'u:<user id>' for a facilitator who does not take part */
  key: `p:${string}` | `u:${string}`;
  role: ViewerRole;
  name: string;
  perspective: string | null;
  workshopId: string;
  participantId: string | null;
  userId: string | null;
  /** what this access hangs on: one of the two is set, and ending it ends the access */
  sessionId: string | null;
  deviceId: string | null;
  /** when it ends by itself */
  expiresAt: Date;
  canWrite: boolean;
  canVote: boolean;
};

function asFacilitator({ workshop, session }: ViewerFacts): Viewer | null {
  if (!session || session.userId !== workshop.ownerId) return null;
  const self = session.takesPartAs;
  return {
    key: self ? `p:${self.id}` : `u:${session.userId}`,
    role: 'facilitator',
    name: self?.name ?? session.userName,
    perspective: self?.perspective ?? null,
    workshopId: workshop.id,
    participantId: self?.id ?? null,
    userId: session.userId,
    sessionId: session.id,
    deviceId: null,
    expiresAt: session.expiresAt,
    canWrite: !workshop.closed,
    canVote: self !== null && !workshop.closed,
  };
}

function asParticipant({ workshop, device }: ViewerFacts): Viewer | null {
  const person = device?.participant;
  if (!device || !person) return null;
  const takesPart = person.role === 'participant' && !workshop.closed;
  return {
    key: `p:${person.id}`,
    role: person.role,
    name: person.name,
    perspective: person.perspective,
    workshopId: workshop.id,
    participantId: person.id,
    userId: null,
    sessionId: null,
    deviceId: device.id,
    expiresAt: device.expiresAt,
    canWrite: takesPart,
    canVote: takesPart,
  };
}

/** [W1] The owner is the facilitator, also on a device that joined by link; [P8] everybody else is who the device says. */
export function decideViewer(facts: ViewerFacts): Viewer | null {
  return asFacilitator(facts) ?? asParticipant(facts);
}
