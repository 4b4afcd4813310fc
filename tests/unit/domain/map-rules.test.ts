import { expect, it } from 'vitest';
import { checkMapText } from '@/lib/domain/map/check-map-text';
import { isFittingStance } from '@/lib/domain/map/check-stance';
import { knownElements } from '@/lib/domain/map/known-elements';
import { hasRoom, MAP_BOUNDS } from '@/lib/domain/map/map-bounds';
import { keysOf, mayChange, refuseWriting } from '@/lib/domain/map/map-rights';
import { smallTemplate } from '../../support/small-template';

it.each([
  [{ role: 'participant', canWrite: true }, null],
  [{ role: 'facilitator', canWrite: true }, null],
  [{ role: 'observer', canWrite: false }, 'observer-reads'],
  [{ role: 'participant', canWrite: false }, 'workshop-closed'],
  [{ role: 'facilitator', canWrite: false }, 'workshop-closed'],
] as const)('[MP1] who may write: %o', (viewer, expected) => {
  expect(refuseWriting(viewer)).toBe(expected);
});

it('[MP2] a facilitator who takes part is the same person as before', () => {
  expect(keysOf({ key: 'p:a', userId: 'b' })).toEqual(['p:a', 'u:b']);
  expect(keysOf({ key: 'u:b', userId: 'b' })).toEqual(['u:b']);
  expect(keysOf({ key: 'p:a', userId: null })).toEqual(['p:a']);
});

it('[MP2] the author and the facilitator may change, somebody else may not', () => {
  const somebody = { key: 'p:a', userId: null, role: 'participant' } as const;
  expect(mayChange(somebody, 'p:a')).toBe(true);
  expect(mayChange(somebody, 'p:b')).toBe(false);
  expect(mayChange({ ...somebody, role: 'facilitator' }, 'p:b')).toBe(true);
});

it('[MP3] every element of a template is known, and which are pairs', () => {
  const template = smallTemplate();
  const [first] = template.points;
  if (!first) throw new Error('no points');
  const withPair = { ...template, points: [...template.points, { ...first, id: 'paar', kind: 'pair' as const }] };
  const known = knownElements(withPair);
  expect(known.get('paar')).toBe('pair');
  for (const id of ['T1', 'T1.A', 'T1.A.1', 'T1.A.1.p1', 'IP1.1']) expect(known.get(id)).toBe('other');
  expect(known.has('C1')).toBe(false);
});

it('[MP4] texts are normalised, and refused when they hide something', () => {
  expect(checkMapText({ label: '  twee  woorden ' }, { explanation: 'een\r\ntwee ' })).toEqual({
    ok: true,
    value: { label: 'twee woorden', explanation: 'een\ntwee' },
  });
  expect(checkMapText({}, { explanation: '' })).toMatchObject({ ok: true });
  for (const [label, explanation] of [
    ['a\u202eb', ''],
    ['\u200b', ''],
    ['a', 'b\u0000'],
    ['a', 'b\ud800'],
  ] as const) {
    expect(checkMapText({ label }, { explanation })).toEqual({ ok: false, refusal: 'map-text-characters' });
  }
});

it('[MP5] a place between poles fits a pair alone', () => {
  expect(isFittingStance('pair', { pole: -2, level: 'gezin' })).toBe(true);
  expect(isFittingStance('pair', { pole: null, level: null })).toBe(true);
  expect(isFittingStance('other', { pole: null, level: null })).toBe(true);
  expect(isFittingStance('other', { pole: 0, level: null })).toBe(false);
  expect(isFittingStance('other', { pole: null, level: 'stelsel' })).toBe(false);
});

it('[MP6] there is room up to the bound, and removing does not make it endless', () => {
  const bound = MAP_BOUNDS['own-points'];
  expect(hasRoom('own-points', { live: bound - 1 })).toBe(true);
  expect(hasRoom('own-points', { live: bound })).toBe(false);
  expect(hasRoom('own-points', { live: 0, kept: bound * 5 - 1 })).toBe(true);
  expect(hasRoom('own-points', { live: 0, kept: bound * 5 })).toBe(false);
});
