import { expect, it } from 'vitest';
import { attributePageOf } from './attributePage';
import type { Contact } from './contact';

const CALL: Contact = { contactId: 'c-2', sessionId: 'c-1', byPhone: true, phase: 'talking', token: 'To-ken_1' };

it('names the phone session openly and the token in the fragment', () => {
  expect(attributePageOf(CALL, '/attribute-ui/')).toBe('/attribute-ui/?session=c-1#token=To-ken_1');
});

it('leaves the fragment away without a token', () => {
  expect(attributePageOf({ ...CALL, token: null }, '/attribute-ui/')).toBe('/attribute-ui/?session=c-1');
});

it('lets neither break out of its place', () => {
  const hostile = { ...CALL, sessionId: 'a&b#c=1/../é', token: 'x&session=y' };
  const address = new URL(attributePageOf(hostile, '/attribute-ui/'), 'https://telephony.example');
  expect(address.pathname).toBe('/attribute-ui/');
  expect([...address.searchParams]).toEqual([['session', 'a&b#c=1/../é']]);
  expect([...new URLSearchParams(address.hash.slice(1))]).toEqual([['token', 'x&session=y']]);
});
