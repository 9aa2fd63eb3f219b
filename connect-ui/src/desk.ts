import { type Board, callIsLive, EMPTY, shown, withContacts, withViewed } from './calls/board';
import type { Contact } from './calls/contact';
import { problemNotice, sayingCard } from './page/notice';
import type { Panel, PanelState } from './page/panel';
import type { Texts } from './page/texts';
import type { Remedy } from './softphone/problem';
import type { Connection, SoftphoneListener } from './softphone/softphone';

/** Where the desk says things, and in which words. */
export interface Surface {
  readonly notice: HTMLElement;
  readonly panel: Panel;
  readonly texts: Texts;
  readonly softphoneOrigin: string;
  /** Does what the agent chose against a problem. */
  readonly act: (remedy: Remedy) => void;
}

/** The agent's desk: what the softphone tells goes in, what the agent sees comes out. */
export class Desk implements SoftphoneListener {
  private board: Board = EMPTY;
  private state: Connection = 'loading';

  constructor(private readonly surface: Surface) {
    this.render();
  }

  connection(connection: Connection): void {
    if (connection === this.state) return;
    this.state = connection;
    // Whoever logs out has no call any more, whatever the last snapshot said.
    if (connection === 'logged-out') this.board = EMPTY;
    this.render();
  }

  contacts(contacts: readonly Contact[]): void {
    this.board = withContacts(this.board, contacts);
    this.renderPanel();
  }

  viewed(contactId: string): void {
    this.board = withViewed(this.board, contactId);
    this.renderPanel();
  }

  callIsLive(): boolean {
    return callIsLive(this.board);
  }

  private render(): void {
    this.renderNotice();
    this.renderPanel();
  }

  private renderPanel(): void {
    this.surface.panel.show(this.panelState(), this.surface.texts);
  }

  /** Without a softphone at work nobody can tell whether the caller in the last snapshot still is the caller. */
  private panelState(): PanelState {
    if (this.state === 'ready') return shown(this.board);
    return { kind: this.callIsLive() ? 'hidden' : 'no-call' };
  }

  private renderNotice(): void {
    const { notice } = this.surface;
    notice.hidden = this.state === 'ready';
    notice.classList.toggle('is-banner', this.callIsLive());
    notice.replaceChildren(...this.noticeContent());
  }

  private noticeContent(): HTMLElement[] {
    const { texts, softphoneOrigin, act } = this.surface;
    if (this.state === 'ready') return [];
    if (this.state === 'loading') return [sayingCard(texts.nobody.loading)];
    const places = { page: location.origin, softphone: softphoneOrigin };
    return [problemNotice(this.state, texts, places, this.callIsLive(), act)];
  }
}
