import { button, made } from './dom.js';
import { icon } from './icons.js';
import { texts } from './texts.js';

const KEYS = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '*', '0', '#'];
const KEY_PACE_MS = 140;
/** How long a phone waits for the comma in a tel: address before it keys in the digits behind it. */
const PAUSE_MS = 2000;

/** The resident's phone: the municipality's web page on it, and then the call. */
export class Phone {
  #screen;
  #tell;
  #number = '';
  #code = '';
  #keyed = '';
  #asked = false;
  #pause;

  /** @param tell passes on what the resident does: `(what, details) => answer` */
  constructor(screen, tell) {
    this.#screen = screen;
    this.#tell = tell;
  }

  home(purposes) {
    const choices = purposes.map((purpose) =>
      choice(purpose, () => this.#choose(purpose), texts.purposes[purpose]),
    );
    this.#web(texts.about, texts.aboutHint, ...choices);
  }

  /** What the telephone side does: it speaks, waits for keys, puts the call through, ends it. */
  happened({ kind, text }) {
    if (kind === 'heard') this.#bubble(text);
    else if (kind === 'asked') this.#becomeAsked();
    else if (kind === 'queued') this.#status(texts.waiting, 'is-queued');
    else if (kind === 'answered') this.#status(texts.talking, 'is-talking');
    else if (kind === 'ended') this.#ended();
  }

  async #choose(purpose) {
    const { phonenumber, code } = await this.#tell('start', { purpose });
    this.#number = phonenumber;
    this.#code = code;
    const logins = Object.entries(texts.logins).map(([outcome, name]) =>
      choice(outcome, () => this.#logIn(outcome), name, made('small', '', texts.loginHints[outcome])),
    );
    this.#web(texts.prove, texts.proveHint, ...logins);
  }

  async #logIn(outcome) {
    this.#web(texts.loggingIn, '', made('div', 'busy'));
    await this.#tell('login', { outcome });
    const code = made('p', 'code', made('small', '', texts.code), this.#code.replace(/(\d{2})(?=\d)/g, '$1 '));
    const call = button('call-button', () => this.#call(), icon('call'), `${texts.call} ${spaced(this.#number)}`);
    this.#web(texts.readyTitle[outcome], texts.readyHint[outcome], code, call);
  }

  async #call() {
    this.#keyed = '';
    this.#asked = false;
    const keypad = made('div', 'keypad', ...KEYS.map((key) => button('key', () => this.#pressByHand(key), key)));
    this.#screen.replaceChildren(
      made(
        'div',
        'call',
        made('p', 'call-number', spaced(this.#number)),
        made('p', 'call-status', texts.calling),
        made('div', 'bubbles'),
        made('p', 'keyed'),
        keypad,
        made(
          'div',
          'call-actions',
          button('type-button', () => this.#typeCode(), texts.type),
          button('hang-up', () => this.#tell('hang-up'), texts.hangUp),
        ),
      ),
    );
    await this.#tell('call');
    this.#status(texts.menu);
    this.#pause = setTimeout(() => this.#typeCode(), PAUSE_MS);
  }

  #becomeAsked() {
    this.#asked = true;
    this.#keyed = '';
    this.#find('.keyed').textContent = '';
  }

  /** As a phone does by itself with the digits that follow the comma in a tel: address. */
  async #typeCode() {
    clearTimeout(this.#pause);
    for (const key of `${this.#code}#`) {
      await new Promise((resolve) => setTimeout(resolve, KEY_PACE_MS));
      this.#press(key);
    }
  }

  /** A key of the keypad, pressed by hand: the phone then leaves it to the hand. */
  #pressByHand(key) {
    clearTimeout(this.#pause);
    this.#press(key);
  }

  #press(key) {
    const pressed = [...this.#screen.querySelectorAll('.key')].find((one) => one.textContent === key);
    pressed?.animate([{ background: '#7fe0a8' }, {}], 260);
    this.#keyed += key;
    const line = this.#find('.keyed');
    if (line) line.textContent = this.#keyed.replace('#', '');
    if (key !== '#' || !this.#asked) return;
    this.#asked = false;
    this.#tell('keys', { digits: this.#keyed });
  }

  #bubble(text) {
    const bubbles = this.#find('.bubbles');
    bubbles?.append(made('p', 'bubble', text));
    bubbles?.scrollTo(0, bubbles.scrollHeight);
  }

  #status(text, state) {
    const status = this.#find('.call-status');
    if (!status) return;
    status.textContent = text;
    if (state) this.#find('.call').classList.add(state);
  }

  #ended() {
    clearTimeout(this.#pause);
    this.#status(texts.ended);
    this.#find('.call')?.classList.add('is-ended');
  }

  #web(title, hint, ...content) {
    const header = made('header', 'web-top', made('span', 'web-crest', '⚜'), texts.municipality);
    const body = made('div', 'web-body', made('h3', 'web-title', title), made('p', 'web-hint', hint), ...content);
    this.#screen.replaceChildren(made('div', 'web', header, body));
  }

  #find(selector) {
    return this.#screen.querySelector(selector);
  }
}

function choice(name, onClick, ...words) {
  return button(`choice choice-${name}`, onClick, made('span', 'choice-icon', icon(name)), made('span', 'choice-name', ...words));
}

/** A Dutch number as people write it. */
function spaced(number) {
  return number.replace(/^(\+31)(\d{2})(\d{3})(\d{4})$/, '$1 $2 $3 $4');
}
