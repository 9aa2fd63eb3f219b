import { expect, it } from 'vitest';
import { languageOf, textsIn } from './language';
import { LANGUAGES } from './texts';

it('follows the browser, in its order', () => {
  expect(languageOf(['nl-NL', 'en'])).toBe('nl');
  expect(languageOf(['de', 'NL-be', 'en'])).toBe('nl');
  expect(languageOf(['fr', 'en-GB', 'nl'])).toBe('en');
  expect(languageOf(['fr'])).toBe('nl');
  expect(languageOf([])).toBe('nl');
});

it('says something in every state, in each language', () => {
  for (const language of LANGUAGES) {
    const { nobody, problems } = textsIn(language);
    for (const { title, text } of [...Object.values(nobody), ...Object.values(problems)]) {
      expect(title).not.toBe('');
      expect(text).toMatch(/[.:]$/);
    }
  }
});
