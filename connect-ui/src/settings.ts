/** What the server tells the page at run time, at `settings.json` beside it. */
export interface Settings {
  /** The address of the softphone, or null while none is set. */
  readonly ccpUrl: string | null;
  readonly region: string | null;
  /** The path of the attribute page. */
  readonly attributeUi: string;
}

/** @throws Error if the server does not answer, or with something else */
export async function loadSettings(): Promise<Settings> {
  const response = await fetch('settings.json', { cache: 'no-store', credentials: 'same-origin' });
  if (!response.ok) throw new Error(`settings.json: ${response.status}`);
  return asSettings(await response.json());
}

export function asSettings(told: unknown): Settings {
  const { ccpUrl, region, attributeUi } = Object(told) as Record<string, unknown>;
  return {
    ccpUrl: textOrNull(ccpUrl),
    region: textOrNull(region),
    attributeUi: textOrNull(attributeUi) ?? '../attribute-ui/',
  };
}

function textOrNull(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}
