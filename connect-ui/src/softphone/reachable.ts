const PATIENCE_MS = 4_000;

/**
 * Whether the softphone's server answers at all, whatever it says. Not its page is asked for but its icon, because the
 * page may lead on to a login page elsewhere, which this page's content security policy does not allow.
 */
export async function reachable(ccpUrl: string): Promise<boolean> {
  try {
    const signal = AbortSignal.timeout(PATIENCE_MS);
    await fetch(new URL('/favicon.ico', ccpUrl), { mode: 'no-cors', credentials: 'omit', cache: 'no-store', signal });
    return true;
  } catch {
    return false;
  }
}
