import { expect, it } from 'vitest';
import { EXAMPLE_WORKSHOP } from '@/lib/domain/workshop/example-workshop';
import { parseDetails } from '@/lib/domain/workshop/workshop-details';

it('[W2] keeps what is not given out of it, and normalises what is', () => {
  expect(parseDetails({})).toEqual({ ok: true, value: {} });
  expect(parseDetails({ title: ' Een  titel ' })).toEqual({ ok: true, value: { title: 'Een titel' } });
  expect(parseDetails({ purpose: 'een\r\n\ttwee\r' })).toEqual({ ok: true, value: { purpose: 'een\n twee' } });
  expect(parseDetails({ purpose: '' })).toEqual({ ok: true, value: { purpose: '' } });
});

it('[W2] refuses hidden characters and twins', () => {
  expect(parseDetails({ title: '\u202eabc' })).toEqual({ ok: false, refusal: 'title-characters' });
  expect(parseDetails({ purpose: 'een\u0000' })).toEqual({ ok: false, refusal: 'purpose-characters' });
  expect(parseDetails({ perspectives: ['Rijk', ' rijk'] })).toEqual({ ok: false, refusal: 'perspective-twice' });
  expect(parseDetails({ perspectives: ['\u2800'] })).toEqual({ ok: false, refusal: 'perspective-characters' });
});

it('[W3] the example follows the rules it shows', () => {
  expect(parseDetails(EXAMPLE_WORKSHOP)).toEqual({ ok: true, value: EXAMPLE_WORKSHOP });
});
