import { expect, it } from 'vitest';
import { afterKey, DEFAULT_SHARES, sharesFrom, within } from './split';

it('stays between its ends', () => {
  expect(within(3)).toBe(15);
  expect(within(97.2)).toBe(85);
  expect(within(40.04)).toBe(40);
});

it('is moved by the keys of a splitter', () => {
  expect(afterKey('ArrowLeft', 32, 'wide')).toBe(30);
  expect(afterKey('ArrowDown', 84, 'narrow')).toBe(85);
  expect(afterKey('Home', 50, 'wide')).toBe(15);
  expect(afterKey('End', 50, 'wide')).toBe(85);
  expect(afterKey('Enter', 50, 'narrow')).toBe(DEFAULT_SHARES.narrow);
  expect(afterKey('a', 50, 'wide')).toBeNull();
});

it('takes back what was stored, as far as it makes sense', () => {
  expect(sharesFrom('{"wide":40,"narrow":50}')).toEqual({ wide: 40, narrow: 50 });
  expect(sharesFrom('{"wide":400}')).toEqual({ wide: 85, narrow: DEFAULT_SHARES.narrow });
  for (const nonsense of [null, '', 'x', 'null', '[]', '{"wide":"40","narrow":null}']) {
    expect(sharesFrom(nonsense)).toEqual(DEFAULT_SHARES);
  }
});
