import { EventSource } from 'eventsource';

/** How a request to end a session or to keep it alive went. */
export type Posted = 'done' | 'gone' | 'failed';

/** How long an answer may take, in milliseconds. */
const PATIENCE = 10_000;

/** The server's `/session_info/{id}` routes for one call. The token goes into a header only, never into an address. */
export class SessionApi {
  readonly #address: URL;
  readonly #init: RequestInit;

  constructor(phoneSession: string, token: string | undefined) {
    // Relative to the page, /attribute-ui/, so that a path in front of both is kept.
    this.#address = new URL(`../session_info/${encodeURIComponent(phoneSession)}`, document.baseURI);
    this.#init = {
      ...(token && { headers: { Authorization: `Bearer ${token}` } }),
      cache: 'no-store',
      credentials: 'omit',
      redirect: 'error',
      referrerPolicy: 'no-referrer',
    };
  }

  /**
   * Opens the event stream.
   *
   * @param answered is told of the answer's head, once
   * @param heard is told of every piece that arrives, heartbeats included, which an EventSource keeps to itself
   */
  stream(answered: (response: Response) => void, heard: () => void): EventSource {
    return new EventSource(`${this.#address}/events`, {
      fetch: async (url, init) => {
        const response = await fetch(url, {
          ...init,
          ...this.#init,
          headers: { ...init.headers, ...this.#init.headers },
        });
        answered(response);
        const { status, headers } = response;
        const body = response.body?.pipeThrough(listening(heard)) ?? null;
        return { body, status, headers, url: response.url, redirected: false };
      },
    });
  }

  read(stop: AbortSignal): Promise<Response> {
    return fetch(this.#address, { ...this.#init, signal: AbortSignal.any([stop, AbortSignal.timeout(PATIENCE)]) });
  }

  async post(what: 'logout' | 'activity'): Promise<Posted> {
    try {
      const signal = AbortSignal.timeout(PATIENCE);
      const { ok, status } = await fetch(`${this.#address}/${what}`, { ...this.#init, method: 'POST', signal });
      return ok ? 'done' : status === 404 || status === 401 ? 'gone' : 'failed';
    } catch {
      return 'failed';
    }
  }
}

function listening(heard: () => void) {
  return new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
    transform(chunk, controller) {
      heard();
      controller.enqueue(chunk);
    },
  });
}
