import { expect, test } from 'vitest';
import { applyStylesheet, isMasked, labelOf, readable } from './settings';

test.each([
  ['report_move', 'Report move'],
  ['dateOfBirth', 'Date of birth'],
  ['bsn', 'BSN'],
  ['pbdf.gemeente.address', 'PBDF gemeente address'],
  ['Straße', 'Straße'],
  ['__', '__'],
  ['<b>hi</b>', '<b>hi</b>'],
])('%s is readable as %s', (tag, text) => {
  expect(readable(tag)).toBe(text);
});

test('a label is in the language asked for, else in the other, else made from the tag', () => {
  const described = { a: { label: { nl: 'Aa', en: 'Bee' } }, b: { label: { nl: 'Aa' } }, c: { label: {} } };
  expect(labelOf('a', described, 'en')).toBe('Bee');
  expect(labelOf('b', described, 'en')).toBe('Aa');
  expect(labelOf('c', described, 'en')).toBe('C');
  expect(labelOf('toString', described, 'en')).toBe('To string');
  expect(labelOf('a', undefined, 'en')).toBe('A');
});

test('a value is masked where the settings say so, and wherever nobody knows', () => {
  expect(isMasked('bsn', { attributes: { bsn: { masked: true } } })).toBe(true);
  expect(isMasked('email', { attributes: { bsn: { masked: true } } })).toBe(false);
  expect(isMasked('email', {})).toBe(false);
  expect(isMasked('email', undefined)).toBe(true);
});

test('a municipality puts its own design tokens on the page', () => {
  applyStylesheet({ stylesheet: 'https://tokens.example/root.css' });
  expect(document.head.querySelector('link')?.outerHTML).toBe(
    '<link rel="stylesheet" href="https://tokens.example/root.css">',
  );
  expect(document.documentElement.dataset).toHaveProperty('houseStyle');
});

test('without a style sheet the neutral theme stays', () => {
  applyStylesheet({ stylesheet: null });
  applyStylesheet(undefined);
  expect(document.head.querySelector('link')).toBeNull();
});
