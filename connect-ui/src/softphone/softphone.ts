import type { Contact } from '../calls/contact';
import type { Settings } from '../settings';
import { LoginWindow } from './loginWindow';
import { onlyTab } from './onlyTab';
import type { Problem } from './problem';
import { reachable } from './reachable';
import { awaitNewLogin, embedSoftphone } from './streams';

export type Connection = 'loading' | 'ready' | Problem;

export interface SoftphoneListener {
  connection(connection: Connection): void;
  contacts(contacts: readonly Contact[]): void;
  viewed(contactId: string): void;
  /** Whether the softphone's frame must be left alone, because the sound of a call may come from it. */
  callIsLive(): boolean;
}

/** How often is looked whether the agent has closed the login window, and how long an answer may take after that. */
const LOOK_MS = 1_000;
const AFTER_LOGIN_MS = 8_000;
/** Nobody logs in faster. */
const FASTEST_LOGIN_MS = 2_000;

/** The softphone in its frame: gets it going, and tells in one word how it is. */
export class Softphone {
  private readonly login: LoginWindow;
  private readonly ccpUrl: string;
  private now: Connection = 'loading';
  private gaveUp = false;
  private look: ReturnType<typeof setInterval> | undefined;

  constructor(
    private readonly container: HTMLElement,
    settings: Settings & { readonly ccpUrl: string },
    private readonly listener: SoftphoneListener,
  ) {
    this.ccpUrl = settings.ccpUrl;
    this.login = new LoginWindow(settings.ccpUrl);
    void onlyTab(() => this.become('other-tab')).then(() => this.embed(settings.region));
  }

  /** The agent wants to log in: a click, so that no browser blocks the window. */
  logIn(): void {
    if (this.workedBefore() && !this.listener.callIsLive()) awaitNewLogin();
    this.openLogin();
  }

  openInOwnTab(): void {
    window.open(this.ccpUrl, '_blank', 'noopener');
  }

  private embed(region: string | null): void {
    this.become('loading');
    embedSoftphone(this.container, this.ccpUrl, region, {
      contacts: (contacts) => {
        // First the news, then the word that it holds: the contacts from before a lost login never show up again.
        this.listener.contacts(contacts);
        this.ready();
      },
      viewed: (contactId) => this.listener.viewed(contactId),
      answering: () => this.ready(),
      silent: () => void this.askToLogIn(),
      gaveUp: () => this.giveUp(),
      sessionExpired: () => this.become('session-expired'),
      loggedOut: () => this.become('logged-out'),
      accessDenied: () => this.become('access-denied'),
    });
  }

  private ready(): void {
    this.login.close();
    this.become('ready');
  }

  private async askToLogIn(): Promise<void> {
    const answers = await reachable(this.ccpUrl);
    if (this.now !== 'loading') return;
    this.become(answers ? 'login' : 'unreachable');
    if (answers) this.openLogin();
  }

  private openLogin(): void {
    const opened = this.login.open();
    if (opened) this.watchLogin();
    if (!this.workedBefore()) this.become(opened ? 'login' : 'login-blocked');
  }

  /** Whether the agent was logged in on this page and lost that. */
  private workedBefore(): boolean {
    return this.now === 'logged-out' || this.now === 'session-expired';
  }

  private giveUp(): void {
    this.gaveUp = true;
    if (this.now !== 'unreachable') this.become('no-answer');
  }

  /** After a login the softphone answers soon. It does not: then something else is wrong, or it needs a fresh start. */
  private watchLogin(): void {
    clearInterval(this.look);
    const opened = performance.now();
    this.look = setInterval(() => {
      if (this.now !== 'ready' && !this.login.wasClosed()) return;
      clearInterval(this.look);
      // A login page that cuts itself off from its opener looks closed from the start, and tells nothing.
      if (performance.now() - opened < FASTEST_LOGIN_MS) return;
      if (this.now !== 'ready') setTimeout(() => this.afterLogin(), AFTER_LOGIN_MS);
    }, LOOK_MS);
  }

  private afterLogin(): void {
    if (this.now === 'login' && !this.gaveUp) this.become('no-answer');
    else if (this.now !== 'ready' && !this.listener.callIsLive()) location.reload();
  }

  private become(connection: Connection): void {
    this.now = connection;
    this.listener.connection(connection);
  }
}
