import type { SessionApi } from './SessionApi';
import { type Report, SessionWatch } from './SessionWatch';
import type { Change } from './view';

// All in milliseconds.
/** A proxy that cuts a stream now and then is nobody's business, as long as the next one stands so soon. */
const GRACE = 1_500;
/** How long shown data is left standing without a connection: it may have been ended meanwhile. */
const TRUST = 30_000;
/** A call without a token may still be linked, where the server asks for none. */
const LOOK_AGAIN = 10_000;

/** Turns what a watched session tells into what an agent should see of it. */
export class SessionFollower {
  #watch: SessionWatch;
  #seen = false;
  #away: ReturnType<typeof setTimeout>[] = [];
  #lookAgain: ReturnType<typeof setTimeout> | undefined;

  /** @param identified whether the page was given a release token */
  constructor(
    private readonly api: SessionApi,
    private readonly identified: boolean,
    private readonly tell: (change: Change) => void,
  ) {
    this.#watch = this.#follow();
  }

  retryNow(): void {
    this.#watch.retryNow();
  }

  stop(): void {
    this.#watch.stop();
    this.#connected();
    clearTimeout(this.#lookAgain);
  }

  #follow(): SessionWatch {
    return new SessionWatch(this.api, (report) => this.#hear(report));
  }

  #hear(report: Report): void {
    if (report.kind === 'lost') {
      this.#lost();
      return;
    }
    this.#connected();
    if (report.kind === 'session') this.#seen = true;
    if (report.kind === 'refused' && this.#seen) this.tell({ kind: 'ended' });
    else if (report.kind === 'refused' && !this.identified) this.#notIdentified(report.status);
    else this.tell(report);
  }

  #notIdentified(status: number): void {
    this.tell({ kind: 'notIdentified' });
    if (status === 401) return;
    this.#lookAgain = setTimeout(() => {
      this.#watch = this.#follow();
    }, LOOK_AGAIN);
  }

  #lost(): void {
    if (this.#away.length > 0) return;
    this.#away = [
      setTimeout(() => this.tell({ kind: 'lost' }), GRACE),
      setTimeout(() => this.tell({ kind: 'lostForLong' }), TRUST),
    ];
  }

  #connected(): void {
    this.#away.forEach(clearTimeout);
    this.#away = [];
  }
}
