import { afterKey, DEFAULT_SHARES, type Layout, type Shares, sharesFrom, within } from './split';

/** The one thing that the page stores: how the agent likes it laid out. */
const STORED_AS = 'connect-ui.split';

/** The bar between softphone and panel: dragged, moved with the arrow keys, or put back with a double click. */
export class Splitter {
  private shares: Shares = sharesFrom(localStorage.getItem(STORED_AS));
  private readonly narrow = matchMedia('(max-width: 719px)');

  constructor(
    private readonly desk: HTMLElement,
    private readonly bar: HTMLElement,
  ) {
    bar.addEventListener('pointerdown', (event) => this.grab(event));
    bar.addEventListener('pointermove', (event) => this.drag(event));
    bar.addEventListener('lostpointercapture', () => this.drop());
    bar.addEventListener('keydown', (event) => this.press(event));
    bar.addEventListener('dblclick', () => this.move(DEFAULT_SHARES[this.layout()]));
    this.narrow.addEventListener('change', () => this.apply());
    this.apply();
  }

  private layout(): Layout {
    return this.narrow.matches ? 'narrow' : 'wide';
  }

  private grab(event: PointerEvent): void {
    this.bar.setPointerCapture(event.pointerId);
    // Else the frames beside the bar would swallow the movement.
    this.desk.classList.add('is-dragged');
  }

  private drag(event: PointerEvent): void {
    if (!this.bar.hasPointerCapture(event.pointerId)) return;
    const { left, top, width, height } = this.desk.getBoundingClientRect();
    const share = this.narrow.matches ? (event.clientY - top) / height : (event.clientX - left) / width;
    this.move(within(share * 100));
  }

  private drop(): void {
    this.desk.classList.remove('is-dragged');
  }

  private press(event: KeyboardEvent): void {
    const share = afterKey(event.key, this.shares[this.layout()], this.layout());
    if (share === null) return;
    event.preventDefault();
    this.move(share);
  }

  private move(share: number): void {
    this.shares = { ...this.shares, [this.layout()]: share };
    localStorage.setItem(STORED_AS, JSON.stringify(this.shares));
    this.apply();
  }

  private apply(): void {
    const share = this.shares[this.layout()];
    this.desk.style.setProperty('--softphone-share', `${share}%`);
    this.bar.setAttribute('aria-orientation', this.narrow.matches ? 'horizontal' : 'vertical');
    this.bar.setAttribute('aria-valuenow', String(Math.round(share)));
  }
}
