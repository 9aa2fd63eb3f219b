/** Which call this page is about, and with which right it asks. Both are read from the page's own address. */
export interface Address {
  /** The id of the call at the telephony side; absent while there is no call. */
  readonly phoneSession: string | undefined;
  /** The release token; absent for a call that was never linked, and where the server asks for none. */
  readonly token: string | undefined;
}

/** `?session={id}#token={token}`, or the bare `?{id}` of the original page. */
export function readAddress({ search, hash }: Pick<Location, 'search' | 'hash'>): Address {
  return {
    phoneSession: phoneSessionIn(search) || undefined,
    token: new URLSearchParams(hash.slice(1)).get('token') || undefined,
  };
}

function phoneSessionIn(search: string): string | null {
  const query = new URLSearchParams(search);
  return query.has('session') ? query.get('session') : decoded(search.slice(1));
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/**
 * Takes the address from the address bar, the token out of it, and does so again whenever the fragment changes. The
 * token lives on in memory alone: not in the history, not in a storage, not in what the agent may copy or share.
 */
export class AddressBar {
  readonly #window: Window;
  #address: Address;

  constructor(window: Window) {
    this.#window = window;
    this.#address = readAddress(window.location);
    this.#removeToken();
  }

  readonly current = (): Address => this.#address;

  /** Tells when another token came; whatever is returned ends that. */
  readonly subscribe = (listener: () => void): (() => void) => {
    const readAgain = () => {
      const next = readAddress(this.#window.location);
      if (!next.token) return;
      this.#address = next;
      this.#removeToken();
      listener();
    };
    this.#window.addEventListener('hashchange', readAgain);
    return () => this.#window.removeEventListener('hashchange', readAgain);
  };

  #removeToken(): void {
    const { location, history } = this.#window;
    if (this.#address.token) history.replaceState(history.state, '', location.pathname + location.search);
  }
}
