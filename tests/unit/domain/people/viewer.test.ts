import { describe, expect, it } from 'vitest';
import { concerns } from '@/lib/domain/people/access-change';
import { choosePerspective } from '@/lib/domain/people/choose-perspective';
import { leadsToSamePerson } from '@/lib/domain/people/known-person';
import { decideViewer, type Person, type ViewerFacts } from '@/lib/domain/people/viewer';

const expiresAt = new Date('2026-12-01T00:00:00Z');
const person: Person = { id: 'persoon', name: 'Testpersoon', perspective: null, role: 'participant' };
const facts = (given: Partial<ViewerFacts> = {}): ViewerFacts => ({
  workshop: { id: 'werksessie', ownerId: 'eigenaar', closed: false },
  session: null,
  device: null,
  ...given,
});
const session = { id: 'sessie', userId: 'eigenaar', userName: 'Begeleider', expiresAt, takesPartAs: null };
const device = { id: 'apparaat', expiresAt, participant: person };

describe('[P8] who looks', () => {
  it('is nobody without session or browser, or as nobody on this browser', () => {
    expect(decideViewer(facts())).toBeNull();
    expect(decideViewer(facts({ device: { ...device, participant: null } }))).toBeNull();
  });

  it('is the owner before the person of the browser, with one key', () => {
    expect(decideViewer(facts({ session, device }))).toMatchObject({
      key: 'u:eigenaar',
      role: 'facilitator',
      deviceId: null,
      canVote: false,
    });
    expect(
      decideViewer(facts({ session: { ...session, takesPartAs: { ...person, id: 'zelf' } }, device })),
    ).toMatchObject({
      key: 'p:zelf',
      role: 'facilitator',
      participantId: 'zelf',
      userId: 'eigenaar',
      canVote: true,
    });
  });

  it("[W1] is a participant when signed in as somebody else's facilitator", () => {
    expect(decideViewer(facts({ session: { ...session, userId: 'ander' }, device }))).toMatchObject({
      key: 'p:persoon',
      role: 'participant',
      userId: null,
    });
    expect(decideViewer(facts({ session: { ...session, userId: 'ander' } }))).toBeNull();
  });

  it('may not write as an observer, and nobody may when the workshop is closed ([W4])', () => {
    const observer = { ...device, participant: { ...person, role: 'observer' as const } };
    expect(decideViewer(facts({ device: observer }))).toMatchObject({ canWrite: false, canVote: false });
    const closed = { id: 'werksessie', ownerId: 'eigenaar', closed: true };
    for (const given of [{ device }, { session }]) {
      expect(decideViewer(facts({ workshop: closed, ...given }))).toMatchObject({ canWrite: false, canVote: false });
    }
  });
});

describe('[P12] a change of access', () => {
  const held = { workshopId: 'w', participantId: 'p', deviceId: 'd', userId: null, sessionId: null };

  it('concerns somebody when every field it names is theirs', () => {
    expect(concerns({ reason: 'removed', workshopId: 'w', participantId: 'p' }, held)).toBe(true);
    expect(concerns({ reason: 'removed', workshopId: 'w', participantId: 'q' }, held)).toBe(false);
    expect(concerns({ reason: 'signed-out', deviceId: 'd' }, held)).toBe(true);
    expect(concerns({ reason: 'signed-out', sessionId: 's' }, held)).toBe(false);
  });

  it('concerns nobody when it names nothing', () => {
    expect(concerns({ reason: 'signed-out' }, held)).toBe(false);
  });
});

it('[P6] only an observer with a participant link becomes somebody new', () => {
  expect(leadsToSamePerson('participant', 'participant')).toBe(true);
  expect(leadsToSamePerson('participant', 'observer')).toBe(true);
  expect(leadsToSamePerson('observer', 'observer')).toBe(true);
  expect(leadsToSamePerson('observer', 'participant')).toBe(false);
});

it('[P4] a perspective is one that is offered, or none', () => {
  expect(choosePerspective(['Rijk'], 'Rijk')).toEqual({ ok: true, value: 'Rijk' });
  for (const none of [null, undefined, ''])
    expect(choosePerspective(['Rijk'], none)).toEqual({ ok: true, value: null });
  expect(choosePerspective(['Rijk'], 'pers')).toEqual({ ok: false, refusal: 'unknown-perspective' });
});
