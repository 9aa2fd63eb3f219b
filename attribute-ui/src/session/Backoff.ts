const FIRST = 500;
const LONGEST = 15_000;

/**
 * Waits between attempts, in milliseconds: doubling, and spread by chance, so that the pages of a whole call centre do
 * not come back in the same instant after a restart of the server.
 */
export class Backoff {
  #failures = 0;

  next(): number {
    const longest = Math.min(LONGEST, FIRST * 2 ** this.#failures++);
    return longest / 2 + (Math.random() * longest) / 2;
  }

  reset(): void {
    this.#failures = 0;
  }
}
