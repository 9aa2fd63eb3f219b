import { vi } from 'vitest';

interface Seen {
  readonly method: string;
  readonly path: string;
  readonly authorization: string | null;
}

type Mode = 'up' | 'down' | 'overloaded' | 'cutting' | 'holding' | 'full';

export const TOKEN = 'kZ1v0mXh3gq7YtQw5uJr9sLd2fNc8bPe4iAo6xTz_-0';

/** The server's routes for one call, in memory, in the place of `fetch`. */
export class FakeServer {
  readonly seen: Seen[] = [];
  settings: unknown = {};
  /**
   * `cutting` answers a stream and cuts it at once, `holding` lets nothing of it through, as proxies do; `full` has none to
   * spare. In all three, single requests work.
   */
  mode: Mode = 'up';
  logoutStatus = 204;
  readonly #encoder = new TextEncoder();
  readonly #streams = new Set<ReadableStreamDefaultController<Uint8Array>>();
  #session: object | undefined;
  #token: string | undefined = TOKEN;

  constructor() {
    vi.stubGlobal('fetch', (url: string | URL, init: RequestInit = {}) => this.#answer(new URL(url), init));
  }

  withoutTokens(): this {
    this.#token = undefined;
    return this;
  }

  has(session: object): this {
    this.#session = session;
    this.#send(`event: session\ndata: ${JSON.stringify(session)}\n\n`);
    return this;
  }

  beats(): void {
    this.#send(': still here\n\n');
  }

  ends(): void {
    this.#session = undefined;
    this.#send('event: ended\ndata: {}\n\n');
    this.closesStreams();
  }

  /** The session is gone, and no stream is there to tell. */
  forgets(): void {
    this.#session = undefined;
  }

  says(text: string): void {
    this.#send(text);
  }

  closesStreams(): void {
    for (const stream of this.#streams) stream.close();
    this.#streams.clear();
  }

  get openStreams(): number {
    return this.#streams.size;
  }

  count(end: string): number {
    return this.seen.filter(({ path }) => path.endsWith(end)).length;
  }

  async #answer(url: URL, { method = 'GET', headers, signal }: RequestInit): Promise<Response> {
    const path = url.pathname + url.search;
    const authorization = new Headers(headers).get('Authorization');
    this.seen.push({ method, path, authorization });
    if (this.mode === 'down') throw new TypeError('Failed to fetch');
    if (path.endsWith('/settings.json')) {
      return this.settings === undefined ? new Response(null, { status: 404 }) : Response.json(this.settings);
    }
    if (this.mode === 'overloaded') return new Response(null, { status: 503, headers: { 'Retry-After': '7' } });
    if (this.#token && !authorization) return new Response(null, { status: 401 });
    if (!this.#session || (this.#token && authorization !== `Bearer ${this.#token}`)) {
      return new Response(null, { status: 404 });
    }
    if (path.endsWith('/logout')) return this.#logout();
    if (path.endsWith('/activity')) return new Response(null, { status: 204 });
    return path.endsWith('/events') ? this.#stream(signal) : Response.json(this.#session);
  }

  #logout(): Response {
    if (this.logoutStatus === 204) this.ends();
    return new Response(null, { status: this.logoutStatus });
  }

  #stream(signal: AbortSignal | null | undefined): Response {
    if (this.mode === 'full') return new Response(null, { status: 503, headers: { 'Retry-After': '2' } });
    const body = new ReadableStream<Uint8Array>({
      start: (stream) => {
        if (this.mode === 'cutting') {
          stream.close();
          return;
        }
        this.#streams.add(stream);
        signal?.addEventListener('abort', () => this.#streams.delete(stream));
        if (this.mode === 'holding') return;
        stream.enqueue(this.#encoder.encode(`event: session\ndata: ${JSON.stringify(this.#session)}\n\n`));
      },
    });
    return new Response(body, { headers: { 'Content-Type': 'text/event-stream' } });
  }

  #send(text: string): void {
    for (const stream of this.#streams) stream.enqueue(this.#encoder.encode(text));
  }
}
