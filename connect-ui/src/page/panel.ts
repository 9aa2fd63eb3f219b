import { attributePageOf } from '../calls/attributePage';
import type { Shown } from '../calls/board';
import type { Contact } from '../calls/contact';
import { element } from './element';
import { sayingCard } from './notice';
import type { Placeholder, Texts } from './texts';

/** What the panel has to show: a caller, or why there is none. */
export type PanelState = Shown | { readonly kind: Placeholder };

/** The place beside the softphone: the attribute page of the caller in view, or a word on why nobody is shown. */
export class Panel {
  /** The attribute page that is open now; the fragment, and so the token, is part of it. */
  private open: string | null = null;

  constructor(
    private readonly body: HTMLElement,
    private readonly phase: HTMLElement,
    private readonly attributeUi: string,
  ) {}

  show(state: PanelState, texts: Texts): void {
    const contact = state.kind === 'caller' ? state.contact : null;
    this.phase.textContent = contact ? texts.phases[contact.phase] : '';
    this.phase.dataset.phase = contact?.phase ?? 'none';
    this.body.dataset.shows = state.kind;
    if (contact) this.showCaller(contact, texts);
    else this.showNobody(state.kind as Placeholder, texts);
  }

  private showNobody(placeholder: Placeholder, texts: Texts): void {
    this.open = null;
    this.body.replaceChildren(sayingCard(texts.nobody[placeholder]));
  }

  /**
   * Opens the attribute page in a frame of its own for every caller. One frame for all would be unsafe: going back to
   * a session whose token has left the address is no navigation, and does not stop the one that is under way.
   */
  private showCaller(contact: Contact, texts: Texts): void {
    const address = attributePageOf(contact, this.attributeUi);
    if (this.open === address) return;
    this.open = address;
    const frame = element('iframe', 'attribute-page');
    frame.title = texts.attributePage;
    frame.referrerPolicy = 'no-referrer';
    this.body.replaceChildren(frame);
    // Not by its src: so the token is neither in the page's document nor in the history.
    frame.contentWindow?.location.replace(new URL(address, location.href));
    frame.addEventListener('load', () => {
      // The browser's own error page, in place of one that did not come, belongs to nobody's origin.
      if (frame.contentDocument === null) this.showUnavailable(contact, texts);
    });
  }

  private showUnavailable(contact: Contact, texts: Texts): void {
    this.open = null;
    const card = sayingCard(texts.nobody.unavailable);
    const again = element('button', 'button button-first', texts.remedies.retry);
    again.type = 'button';
    again.addEventListener('click', () => this.showCaller(contact, texts));
    card.append(again);
    this.body.replaceChildren(card);
  }
}
