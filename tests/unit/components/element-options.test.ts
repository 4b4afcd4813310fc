import { expect, it } from 'vitest';
import { elementOptions, findOptions } from '@/components/notes/element-options';
import { smallTemplate } from '../../support/small-template';

const own = [{ id: 'eigen', number: 'E1', label: 'Éigen plek', explanation: '', concerns: ['T1'], author: 'p:een' }];
const options = elementOptions(smallTemplate(), own);
const ids = (typed: string) => findOptions(options, typed).map(({ id }) => id);

it('[LV14] finds by any word, whatever the capitals and accents', () => {
  expect(ids('eigen')).toEqual(['eigen']);
  expect(ids('PLEK éigen')).toEqual(['eigen']);
  expect(ids('verzonnen laag 4')).toEqual(['T4']);
  expect(ids('9.5')).toEqual(['T5']);
  expect(ids('1.2')).toContain('IP1.2');
  expect(ids('bestaat niet')).toEqual([]);
});

it('[LV14] puts first what begins with it, layers before what lies in them', () => {
  expect(ids('groep')).toEqual(['T1.A.1']);
  expect(ids('')).toHaveLength(options.length);
  expect(ids('verzonnen')[0]).toBe('T1');
  // 'interventiepunt' holds it, 'punt 3' begins with it.
  expect(ids('punt').at(-1)).toBe('IP1.1');
  expect(ids('onnen').slice(0, 2)).toEqual(['T1', 'T2']);
});

it('[LV14] says where each one lies', () => {
  expect(options.find(({ id }) => id === 'T1.A.1.p1')?.where).toBe(
    '9.1 Verzonnen laag 1 › Verzonnen blok T1.A › Verzonnen groep',
  );
});
