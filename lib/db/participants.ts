import { leadsToSamePerson } from '@/lib/domain/people/known-person';
import type { ParticipantRole, Person } from '@/lib/domain/people/viewer';
import { ok, type Result, refuse } from '@/lib/domain/result';
import { notifyAccessChanged, notifyWorkshopChanged } from './notify';
import { inTransaction, type Transaction } from './transaction';

/** [P13] A bound against a link that got out, far above any hall. */
const MAX_PARTICIPANTS = 1_000;

/** What a Person is made of. */
export const PERSON = { id: true, name: true, perspective: true, role: true } as const;

export type Joining = {
  workshopId: string;
  linkId: string;
  role: ParticipantRole;
  name: string;
  perspective: string | null;
  deviceHash: Buffer;
  deviceExpiresAt: Date;
};

/** Takes the row lock of the device, so that a double tap waits here and then finds the person. */
async function lockDevice(tx: Transaction, hash: Buffer, expiresAt: Date): Promise<string> {
  const { id } = await tx.device.upsert({
    where: { tokenHash: Uint8Array.from(hash) },
    update: { expiresAt },
    create: { tokenHash: Uint8Array.from(hash), expiresAt },
    select: { id: true },
  });
  await tx.$queryRaw`SELECT 1 FROM devices WHERE id = ${id}::uuid FOR UPDATE`;
  return id;
}

async function isFull(tx: Transaction, workshopId: string): Promise<boolean> {
  return (await tx.participant.count({ where: { workshopId, removedAt: null } })) >= MAX_PARTICIPANTS;
}

/** [P5] [P6] Somebody new on this device, or the person this device already is. */
export async function joinWorkshop(joining: Joining): Promise<Result<Person, 'workshop-full'>> {
  const { workshopId, linkId, role, name, perspective, deviceHash, deviceExpiresAt } = joining;
  return inTransaction(async (tx) => {
    const deviceId = await lockDevice(tx, deviceHash, deviceExpiresAt);
    const known = await tx.deviceParticipant.findUnique({
      where: { deviceId_workshopId: { deviceId, workshopId }, participant: { removedAt: null } },
      select: { participant: { select: PERSON } },
    });
    if (known && leadsToSamePerson(known.participant.role, role)) return ok(known.participant);
    if (await isFull(tx, workshopId)) return refuse('workshop-full');
    const person = await tx.participant.create({
      data: { workshopId, linkId, role, name, perspective },
      select: PERSON,
    });
    await tx.deviceParticipant.upsert({
      where: { deviceId_workshopId: { deviceId, workshopId } },
      update: { participantId: person.id },
      create: { deviceId, workshopId, participantId: person.id },
    });
    await notifyWorkshopChanged(tx, workshopId);
    return ok(person);
  });
}

export type TakingPart = { workshopId: string; userId: string; name: string; perspective: string | null };

/** [P11] 'Ik doe zelf mee': one participant per user and workshop; again gives the same one, with the new name. */
export async function takePart({ workshopId, userId, name, perspective }: TakingPart): Promise<Person> {
  return inTransaction(async (tx) => {
    const person = await tx.participant.upsert({
      where: { workshopId_userId: { workshopId, userId } },
      update: { name, perspective, removedAt: null },
      create: { workshopId, userId, name, perspective, role: 'participant' },
      select: PERSON,
    });
    await notifyWorkshopChanged(tx, workshopId);
    return person;
  });
}

export type RemovalRefusal = 'unknown-participant' | 'facilitator-stays';

/** [P10] Out at once on every device; what this person wrote and voted stays. */
export async function removeParticipant(
  workshopId: string,
  participantId: string,
): Promise<Result<true, RemovalRefusal>> {
  return inTransaction(async (tx) => {
    const person = await tx.participant.findFirst({ where: { id: participantId, workshopId } });
    if (!person) return refuse('unknown-participant');
    if (person.userId) return refuse('facilitator-stays');
    await tx.participant.updateMany({ where: { id: participantId, removedAt: null }, data: { removedAt: new Date() } });
    await tx.deviceParticipant.deleteMany({ where: { participantId } });
    await notifyWorkshopChanged(tx, workshopId);
    await notifyAccessChanged(tx, { reason: 'removed', workshopId, participantId });
    return ok(true);
  });
}

/** [P7] 'Ik ben iemand anders': this browser forgets who it was here; the person stays. */
export async function forgetPerson(workshopId: string, deviceId: string): Promise<void> {
  await inTransaction(async (tx) => {
    const { count } = await tx.deviceParticipant.deleteMany({ where: { deviceId, workshopId } });
    if (count === 0) return;
    await notifyWorkshopChanged(tx, workshopId);
    await notifyAccessChanged(tx, { reason: 'someone-else', workshopId, deviceId });
  });
}
