import { LANGUAGES, type Language, type Texts } from './texts';
import { EN } from './texts.en';
import { NL } from './texts.nl';

const TEXTS: Record<Language, Texts> = { nl: NL, en: EN };

/** The first language of the browser that the page speaks, or else English. */
export function languageOf(preferred: readonly string[]): Language {
  for (const tag of preferred) {
    const match = LANGUAGES.find((language) => tag.toLowerCase().split('-')[0] === language);
    if (match) return match;
  }
  return 'en';
}

export function textsIn(language: Language): Texts {
  return TEXTS[language];
}
