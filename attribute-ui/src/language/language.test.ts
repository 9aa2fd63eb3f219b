import { expect, test } from 'vitest';
import { preferred } from './Language';
import { ago, clockTime, duration } from './time';

const NOON = new Date(2026, 10, 23, 12, 0, 0);
const before = (seconds: number) => new Date(NOON.getTime() - seconds * 1_000);

test.each([
  [['nl-BE', 'en'], 'nl'],
  [['en-US', 'nl'], 'en'],
  [['de-DE', 'EN-gb'], 'en'],
  [['de-DE'], 'nl'],
  [[], 'nl'],
])('a browser that prefers %j gets %s', (languages, code) => {
  expect(preferred(languages)).toBe(code);
});

test('time that passed is told in its largest unit', () => {
  expect(ago(before(59), NOON, 'en')).toBeUndefined();
  expect(ago(before(-300), NOON, 'en')).toBeUndefined();
  expect(ago(before(60), NOON, 'en')).toBe('1 minute ago');
  expect(ago(before(119), NOON, 'nl')).toBe('1 minuut geleden');
  expect(ago(before(3 * 3_600), NOON, 'nl')).toBe('3 uur geleden');
  expect(ago(before(50 * 3_600), NOON, 'nl')).toBe('2 dagen geleden');
});

test('a duration is never nothing', () => {
  expect(duration(400, 'en')).toBe('1 second');
  expect(duration(125_000, 'nl')).toBe('2 minuten');
});

test('a clock time of another day says the day', () => {
  expect(clockTime(before(60), NOON, 'nl')).toBe('11:59');
  expect(clockTime(before(13 * 3_600), NOON, 'en')).toMatch(/^22 Nov,? (at )?23:00$/);
});
