import { createContext, type ReactNode, use, useEffect, useMemo, useState } from 'react';
import { en } from './en';
import { nl, type Texts } from './nl';

export type LanguageCode = 'nl' | 'en';

// Two languages and one page: the compiler checks that both are complete, and Intl does dates and durations. A
// translation library would add weight and nothing else.
const texts: Record<LanguageCode, Texts> = { nl, en };

interface Language {
  readonly code: LanguageCode;
  readonly texts: Texts;
  readonly other: LanguageCode;
  readonly otherName: string;
  readonly switchTo: (code: LanguageCode) => void;
}

const Context = createContext<Language | undefined>(undefined);

/** The first of the browser's languages that the page speaks, else Dutch: its users work for Dutch municipalities. */
export function preferred(languages: readonly string[]): LanguageCode {
  const spoken = languages.map((tag) => tag.slice(0, 2).toLowerCase());
  return spoken.find((code): code is LanguageCode => code in texts) ?? 'nl';
}

export function LanguageProvider({ children }: { children: ReactNode }) {
  const [code, switchTo] = useState(() => preferred(navigator.languages));
  useEffect(() => {
    document.documentElement.lang = code;
    document.title = texts[code].page;
  }, [code]);
  const language = useMemo(() => {
    const other = code === 'nl' ? 'en' : 'nl';
    return { code, texts: texts[code], other, otherName: texts[other].name, switchTo } as const;
  }, [code]);
  return <Context value={language}>{children}</Context>;
}

export function useLanguage(): Language {
  const language = use(Context);
  if (!language) throw new Error('Outside of LanguageProvider');
  return language;
}

export const useTexts = (): Texts => useLanguage().texts;
