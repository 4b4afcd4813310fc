import { expect, it } from 'vitest';
import { newsSince } from '@/components/live/news-since';
import type { PersonView, RoundView, WorkshopState } from '@/lib/api/contracts';
import { nlWorkshop } from '@/lib/messages/nl-workshop';

const words = nlWorkshop.news;
const person = (id: string): PersonView => ({
  id,
  name: `Testpersoon ${id}`,
  perspective: null,
  role: 'participant',
  here: true,
});
const round = (phase: RoundView['phase']): RoundView => ({
  id: 'ronde',
  method: 'dots',
  phase,
  budget: 5,
  cap: 3,
  items: ['1.1'],
  openedAt: '2026-01-01T10:00:00.000Z',
  closesAt: null,
  closedAt: null,
  turnout: { voted: 0, entitled: 1 },
  chain: { start: '00', end: null },
  myAllocation: null,
  result: null,
});

function state(change: Partial<WorkshopState> = {}): WorkshopState {
  return {
    id: 'werksessie',
    boardId: 'bord',
    title: 'Testsessie',
    purpose: '',
    perspectives: [],
    template: { slug: 'test', version: 1 },
    layoutVersion: 1,
    mapVersion: 0,
    closedAt: null,
    people: [person('a')],
    rounds: [],
    now: '2026-01-01T10:00:00.000Z',
    me: {
      key: 'p:a',
      role: 'participant',
      name: 'Testpersoon a',
      perspective: null,
      participantId: 'a',
      canWrite: true,
      canVote: true,
    },
    ...change,
  };
}

it('[Q5] says how a round goes', () => {
  expect(newsSince(state(), state({ rounds: [round('open')] }))).toEqual([words.roundOpened]);
  expect(newsSince(state({ rounds: [round('open')] }), state({ rounds: [round('closing')] }))).toEqual([
    words.roundClosing,
  ]);
  expect(newsSince(state({ rounds: [round('closing')] }), state({ rounds: [round('closed')] }))).toEqual([
    words.roundClosed,
  ]);
});

it('[Q5] says who comes in, in one sentence, and nothing of who merely looks away', () => {
  expect(newsSince(state(), state({ people: [person('a'), person('b'), person('c')] }))).toEqual([words.joined(2)]);
  expect(newsSince(state(), state({ people: [{ ...person('a'), here: false }] }))).toEqual([]);
});

it('[Q5] says that a workshop closes, once', () => {
  const closed = state({ closedAt: '2026-01-01T11:00:00.000Z' });
  expect(newsSince(state(), closed)).toEqual([words.workshopClosed]);
  expect(newsSince(closed, closed)).toEqual([]);
});

it('[Q5] does not tell the past to somebody who just arrived', () => {
  expect(newsSince(state({ rounds: [round('closed')] }), state({ rounds: [round('closed')] }))).toEqual([]);
});
