import { LANGUAGES, type Language, type Texts } from './texts';
import { EN } from './texts.en';
import { NL } from './texts.nl';

const TEXTS: Record<Language, Texts> = { nl: NL, en: EN };

/** The first of the browser's languages that the page speaks, else Dutch: its users work for Dutch municipalities. */
export function languageOf(preferred: readonly string[]): Language {
  for (const tag of preferred) {
    const match = LANGUAGES.find((language) => tag.toLowerCase().split('-')[0] === language);
    if (match) return match;
  }
  return 'nl';
}

export function textsIn(language: Language): Texts {
  return TEXTS[language];
}
