const PATIENCE_MS = 4_000;

/**
 * Whether the softphone's server answers at all, whatever it says. Its page is not what is asked for, because
 * that may lead on to a login page elsewhere, which this page's content security policy does not allow.
 */
export async function reachable(ccpUrl: string): Promise<boolean> {
  try {
    const signal = AbortSignal.timeout(PATIENCE_MS);
    await fetch(new URL('/robots.txt', ccpUrl), { mode: 'no-cors', credentials: 'omit', cache: 'no-store', signal });
    return true;
  } catch {
    return false;
  }
}
