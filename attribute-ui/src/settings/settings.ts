import type { LanguageCode } from '../language/Language';

type Label = Partial<Record<LanguageCode, string>>;

interface Described {
  readonly label?: Label;
  readonly masked?: boolean;
}

/** What the server's configuration says about this page; every member may be missing. */
export interface Settings {
  readonly purposes?: Readonly<Record<string, Described>>;
  readonly attributes?: Readonly<Record<string, Described>>;
  /** The address of a style sheet with a municipality's own design tokens. */
  readonly stylesheet?: string | null;
}

/** As `settings.json` tells beside the page; undefined if it cannot be had. */
export async function loadSettings(): Promise<Settings | undefined> {
  try {
    const answer = await fetch(new URL('settings.json', document.baseURI), {
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      signal: AbortSignal.timeout(3_000),
    });
    const settings: unknown = answer.ok ? await answer.json() : undefined;
    return typeof settings === 'object' && settings !== null ? settings : undefined;
  } catch {
    return undefined;
  }
}

/** A human name for a purpose's or an attribute's tag: the configured one, else the tag made readable. */
export function labelOf(tag: string, described: Settings['purposes'], language: LanguageCode): string {
  const label = own(described, tag)?.label;
  return label?.[language] || label?.nl || label?.en || readable(tag);
}

/** Whether the value is to be shown only when the agent asks; without settings nobody knows, so every one is. */
export function isMasked(tag: string, settings: Settings | undefined): boolean {
  return settings ? own(settings.attributes, tag)?.masked === true : true;
}

function own(described: Settings['purposes'], tag: string): Described | undefined {
  return described && Object.hasOwn(described, tag) ? described[tag] : undefined;
}

/** `report_move` → `Report move`, `dateOfBirth` → `Date of birth`, `bsn` → `BSN`. */
export function readable(tag: string): string {
  if (!/^[\p{L}\p{N}\s_.-]+$/u.test(tag)) return tag;
  const words = tag
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .split(/[\s_.-]+/u)
    .filter((word) => word !== '')
    .map((word) => (/^[^aeiouy\d\P{L}]{2,4}$/iu.test(word) ? word.toUpperCase() : word.toLowerCase()));
  const text = words.join(' ');
  return text === '' ? tag : text.slice(0, 1).toUpperCase() + text.slice(1);
}

/** Puts a municipality's design tokens on the page; ours stand in a cascade layer, so that any sheet outdoes them. */
export function applyStylesheet(settings: Settings | undefined, root: Document = document): void {
  if (!settings?.stylesheet) return;
  const link = root.createElement('link');
  link.rel = 'stylesheet';
  link.href = settings.stylesheet;
  root.documentElement.dataset.houseStyle = '';
  root.head.append(link);
}
