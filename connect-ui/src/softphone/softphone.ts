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
}

/** How often is looked whether the agent has closed the login window, and how long an answer may take after that. */
const LOOK_MS = 1_000;
const AFTER_LOGIN_MS = 8_000;

/** The softphone in its frame: gets it going, and tells in one word how it is. */
export class Softphone {
  private readonly login: LoginWindow;
  private readonly ccpUrl: string;
  private now: Connection = 'loading';
  private gaveUp = false;

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
  logIn(callIsLive: boolean): void {
    const opened = this.login.open();
    // The frame of a softphone that was at work is left alone while a call's sound may come from it.
    const atWorkBefore = this.now === 'logged-out' || this.now === 'session-expired';
    if (atWorkBefore && !callIsLive) awaitNewLogin();
    if (!opened) this.become('login-blocked');
    else if (this.now === 'login-blocked') this.become('login');
    if (opened) this.watchLogin();
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
    if (!answers) return this.become('unreachable');
    const opened = this.login.open();
    this.become(opened ? 'login' : 'login-blocked');
    if (opened) this.watchLogin();
  }

  private giveUp(): void {
    this.gaveUp = true;
    if (this.now !== 'unreachable') this.become('no-answer');
  }

  /** After the login window has been closed the softphone answers soon; otherwise something else is wrong. */
  private watchLogin(): void {
    const look = setInterval(() => {
      if (this.now === 'ready') return clearInterval(look);
      if (!this.login.wasClosed()) return;
      clearInterval(look);
      // The library no longer tries by itself: start afresh, as the agent may be logged in now.
      if (this.gaveUp) return location.reload();
      setTimeout(() => this.now === 'login' && this.become('no-answer'), AFTER_LOGIN_MS);
    }, LOOK_MS);
  }

  private become(connection: Connection): void {
    this.now = connection;
    this.listener.connection(connection);
  }
}
