/** How the page is laid out: side by side, or one above the other. Each remembers a split of its own. */
export type Layout = 'wide' | 'narrow';

/** The softphone's share of the page in per cent. */
export type Shares = Readonly<Record<Layout, number>>;

export const DEFAULT_SHARES: Shares = { wide: 32, narrow: 58 };
const LEAST = 15;
const MOST = 85;
const STEP = 2;

export function within(share: number): number {
  return Math.min(MOST, Math.max(LEAST, Math.round(share * 10) / 10));
}

/** The share after a key, or null for a key that means nothing to a splitter. */
export function afterKey(key: string, share: number, layout: Layout): number | null {
  switch (key) {
    case 'ArrowLeft':
    case 'ArrowUp':
      return within(share - STEP);
    case 'ArrowRight':
    case 'ArrowDown':
      return within(share + STEP);
    case 'Home':
      return LEAST;
    case 'End':
      return MOST;
    case 'Enter':
      return DEFAULT_SHARES[layout];
    default:
      return null;
  }
}

/** The shares that were stored, as far as they make sense. */
export function sharesFrom(stored: string | null): Shares {
  try {
    const { wide, narrow } = Object(JSON.parse(stored ?? '{}')) as Record<string, unknown>;
    return { wide: shareOr(wide, DEFAULT_SHARES.wide), narrow: shareOr(narrow, DEFAULT_SHARES.narrow) };
  } catch {
    return DEFAULT_SHARES;
  }
}

function shareOr(value: unknown, otherwise: number): number {
  return typeof value === 'number' && Number.isFinite(value) ? within(value) : otherwise;
}
