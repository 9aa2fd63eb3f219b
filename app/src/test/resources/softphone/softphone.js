/**
 * A stand-in for Amazon Connect's softphone page, for tests and the demonstration: an agent can take calls in it, and
 * `window.softphone` lets a script be the telephone network.
 */
import { Protocol } from './protocol.js';
import { draw, drawLogin } from './view.js';

const STORED_AS = 'softphone';
const COOKIE = 'softphone-agent=1';
const AGENT = {
  name: 'Medewerker',
  username: 'medewerker',
  permissions: [],
  routingProfile: {
    name: 'Burgerzaken',
    routingProfileId:
      'arn:aws:connect:eu-central-1:000000000000:instance/00000000-0000-0000-0000-000000000000/routing-profile/0',
    channelConcurrencyMap: { VOICE: 1 },
    queues: [],
  },
};

class Softphone {
  contacts = [];
  viewed = '';
  #protocol = new Protocol(AGENT, (method, { contactId }) => this.#requested(method, contactId));

  constructor() {
    const stored = JSON.parse(localStorage.getItem(STORED_AS) ?? '{}');
    this.contacts = stored.contacts ?? [];
    this.viewed = stored.viewed ?? '';
    this.#protocol.open();
    this.#tell();
  }

  /** A call arrives. It comes into view if nothing else is. */
  ring(contact) {
    this.contacts.push({ attributes: {}, state: 'connecting', since: Date.now(), ...contact });
    this.#tell();
    if (this.viewed === '') this.view(contact.contactId);
  }

  change(contactId, changes) {
    const contact = this.contacts.find((one) => one.contactId === contactId);
    if (changes.state && changes.state !== contact.state) contact.since = Date.now();
    Object.assign(contact, changes);
    this.#tell();
  }

  answer(contactId) {
    this.change(contactId, { state: 'connected' });
    this.view(contactId);
  }

  hold(contactId, hold) {
    this.change(contactId, { hold });
  }

  end(contactId) {
    this.change(contactId, { state: 'ended', hold: false });
  }

  clear(contactId) {
    this.contacts = this.contacts.filter((one) => one.contactId !== contactId);
    this.#tell();
    if (this.viewed === contactId) this.view(this.contacts[0]?.contactId ?? '');
  }

  /** Everything at once, for tests that play with it. */
  set(contacts, viewed) {
    this.contacts = contacts;
    this.#tell();
    if (viewed !== this.viewed) this.view(viewed);
  }

  view(contactId) {
    this.viewed = contactId;
    this.#protocol.view(contactId);
    this.#keep();
  }

  expire() {
    this.#protocol.send('auth_fail');
  }

  deny() {
    this.#protocol.send('access_denied');
  }

  logOut() {
    document.cookie = `${COOKIE}; Max-Age=0; Path=/; Secure; SameSite=None`;
    this.contacts = [];
    this.viewed = '';
    this.#keep();
    this.#protocol.close();
  }

  #requested(method, contactId) {
    if (method === 'acceptContact') this.answer(contactId);
    else if (method === 'clearContact') this.clear(contactId);
  }

  #tell() {
    this.#protocol.snapshot(this.contacts);
    this.#keep();
    document.dispatchEvent(new CustomEvent('contacts', { detail: this.contacts }));
  }

  #keep() {
    localStorage.setItem(STORED_AS, JSON.stringify({ contacts: this.contacts, viewed: this.viewed }));
    draw(this);
  }
}

const query = new URLSearchParams(location.search);
const loggedIn = !query.has('login') || document.cookie.includes(COOKIE);

if (parent === window) drawLogin(() => (document.cookie = `${COOKIE}; Path=/; Secure; SameSite=None`));
else if (loggedIn) window.softphone = new Softphone();

// Whoever serves this page may bring a telephone network along.
if (window.softphone && query.has('network')) (await import(query.get('network'))).connect(window.softphone);
