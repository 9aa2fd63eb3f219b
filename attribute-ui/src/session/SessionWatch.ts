import { type Attempt, type AttemptEnd, attemptRead, attemptStream } from './attempt';
import { Backoff } from './Backoff';
import type { SessionInfo } from './info';
import type { SessionApi } from './SessionApi';

/** What a watched session tells. After `ended` and `refused` nothing more comes. */
export type Report =
  | { readonly kind: 'session'; readonly info: SessionInfo }
  | { readonly kind: 'ended' }
  | { readonly kind: 'refused'; readonly status: number }
  | { readonly kind: 'lost' };

// All in milliseconds.
/** The server sends a heartbeat every 13 s at the latest: by then two of them are missing. */
const SILENCE = 35_000;
/** The server sends the first event at once: by then something in between holds it back. */
const FIRST_EVENT = 8_000;
/** A stream that was cut sooner is not worth opening time and again. */
const SHORT_LIFE = 10_000;
const PULSE = 2_000;
const POLL = 4_000;
const STREAM_AGAIN = 120_000;
/** So many streams in a row that were cut, held back or not to be had, and the page asks instead of listening. */
const CUTS = 3;

/** Follows one session through its event stream, for as long as it takes; by polling where streams do not get through. */
export class SessionWatch {
  readonly #backoff = new Backoff();
  readonly #pulse = setInterval(() => this.#checkSilence(), PULSE);
  readonly #wake = () => this.#wakeUp();
  #attempt: Attempt | undefined;
  #streaming = false;
  #startedAt = 0;
  #delivered = false;
  #cuts = 0;
  #pollUntil = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly api: SessionApi,
    private readonly report: (report: Report) => void,
  ) {
    window.addEventListener('online', this.#wake);
    document.addEventListener('visibilitychange', this.#wake);
    this.#start();
  }

  /** Tries at once instead of waiting; a connection that lives is left alone. */
  retryNow(): void {
    if (!this.#attempt) this.#start();
  }

  stop(): void {
    clearInterval(this.#pulse);
    clearTimeout(this.#timer);
    window.removeEventListener('online', this.#wake);
    document.removeEventListener('visibilitychange', this.#wake);
    this.#attempt?.close();
  }

  #start(): void {
    clearTimeout(this.#timer);
    this.#attempt?.close();
    this.#startedAt = Date.now();
    this.#delivered = false;
    this.#streaming = Date.now() >= this.#pollUntil;
    this.#attempt = (this.#streaming ? attemptStream : attemptRead)(this.api, {
      session: (info) => {
        this.#delivered = true;
        this.report({ kind: 'session', info });
      },
      ended: () => this.#finish({ kind: 'ended' }),
      over: (end) => this.#over(end),
    });
  }

  #over(end: AttemptEnd): void {
    this.#attempt = undefined;
    if (end.status === 401 || end.status === 404) {
      this.#finish({ kind: 'refused', status: end.status });
      return;
    }
    if (this.#streaming) this.#countCuts(end);
    if (!this.#streaming && end.delivered) {
      this.#backoff.reset();
      this.#again(POLL);
    } else {
      this.report({ kind: 'lost' });
      this.#again(Math.max(this.#backoff.next(), end.retryAfter));
    }
  }

  #countCuts(end: AttemptEnd): void {
    const lived = Date.now() - this.#startedAt;
    if (end.delivered && lived >= SHORT_LIFE) {
      this.#cuts = 0;
      this.#backoff.reset();
    } else if (end.status !== undefined && ++this.#cuts >= CUTS) {
      this.#pollUntil = Date.now() + STREAM_AGAIN;
    }
  }

  #again(delay: number): void {
    this.#timer = setTimeout(() => this.#start(), delay);
  }

  /** On a clock that jumped, as after sleep, this sees at once that nothing was heard for long. */
  #checkSilence(): void {
    if (!this.#attempt || !this.#streaming) return;
    const silentFor = Date.now() - this.#attempt.heardAt();
    if (silentFor > (this.#delivered ? SILENCE : FIRST_EVENT)) {
      this.#attempt.close();
      this.#over({ status: 200, delivered: this.#delivered, retryAfter: 0 });
    }
  }

  #wakeUp(): void {
    if (document.visibilityState === 'hidden') return;
    this.#checkSilence();
    this.#backoff.reset();
    this.retryNow();
  }

  #finish(report: Report): void {
    this.stop();
    this.report(report);
  }
}
