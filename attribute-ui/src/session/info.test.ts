import { describe, expect, test } from 'vitest';
import { failed, late, verified, waiting } from '../test/sessions';
import { parseSessionInfo } from './info';
import { stateName, type View } from './view';

const view = (json: unknown): View => ({ kind: 'session', info: parseSessionInfo(json), stale: false });

describe('a session', () => {
  test.each([
    ['waiting', waiting],
    ['verified', verified],
    ['late', late],
    ['failed', failed],
  ])('is %s', (state, json) => {
    expect(stateName(view(json))).toBe(state);
  });

  test('is not late when the login was in the very instant of the link', () => {
    const sameInstant = { ...verified.auth_result, authenticated_at: verified.linked_at };
    expect(stateName(view({ ...verified, auth_result: sameInstant }))).toBe('verified');
  });

  test('without a time of login is not late', () => {
    const timeless = { ...verified.auth_result, authenticated_at: null };
    expect(stateName(view({ ...verified, auth_result: timeless }))).toBe('verified');
  });

  test('keeps the order of its attributes', () => {
    expect(parseSessionInfo(verified).authResult?.attributes.map(([name]) => name)).toEqual([
      'bsn',
      'fullname',
      'email',
    ]);
  });

  test.each([[null], ['text'], [{}], [{ purpose: 7 }], [[]], [{ ...waiting, linked_at: 'soon' }]])(
    'is not made of %j',
    (json) => {
      expect(() => parseSessionInfo(json)).toThrow(TypeError);
    },
  );
});
