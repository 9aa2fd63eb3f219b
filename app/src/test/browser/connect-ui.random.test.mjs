/**
 * Contacts that come, change and go by chance, in bursts, seen through the real library: the panel never shows one
 * caller while another one is in view, and no attribute page is ever used for two callers.
 */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { launch } from './chromium.mjs';
import { eventually, Stage } from './stage.mjs';

const APP = process.env.TELEPHONY_PUBLIC_URL;
const BURSTS = 80;

describe('contacts that come and go by chance, in the browser', () => {
  it('never puts one caller beside the call of another', async () => {
    const seed = Number(process.env.BROWSER_SEED ?? Date.now() % 1_000_000);
    console.info(`BROWSER_SEED=${seed} plays this again`);
    const browser = await launch();
    const stage = await Stage.open(browser, APP);
    const agent = await stage.agent();
    const world = new World(chance(seed));
    await agent.page.evaluate(watch);
    for (let burst = 0; burst < BURSTS; burst++) {
      const steps = Array.from({ length: 1 + world.random(5) }, () => world.step());
      await agent.softphone.evaluate((all) => all.forEach(({ contacts, viewed }) => window.softphone.set(contacts, viewed)), steps);
      const told = { told: world.contacts.map(({ contactId }) => contactId), viewed: world.viewed };
      await eventually(() => agent.page.evaluate(() => window.latest), told);
      assert.deepEqual(await agent.page.evaluate(() => window.wrong), [], `BROWSER_SEED=${seed}, burst ${burst}`);
      if (world.expected()) await agent.shows(world.expected().initialContactId);
    }
    assert.ok(stage.asked.every(({ session, token }) => token === null || token === `token-of-${session}`));
    assert.deepEqual(stage.complaints, []);
    await browser.close();
  });
});

/**
 * Runs on the page, after the library's own listener: after each word of the softphone it looks whose attribute page
 * stands there, if any. A frame belongs to the caller for whom it was first seen.
 */
function watch() {
  const owners = new WeakMap();
  const answered = new Set();
  const state = { contacts: [], viewed: '' };
  window.wrong = [];
  addEventListener('message', ({ data: { event, data } }) => {
    if (event === 'agent::update') state.contacts = data.snapshot.contacts;
    else if (event === 'contact::view') state.viewed = data.contactId;
    else return;
    for (const { contactId, state: { type } } of state.contacts) if (type === 'connected') answered.add(contactId);
    window.latest = { told: state.contacts.map(({ contactId }) => contactId), viewed: state.viewed };
    judge();
  });

  function judge() {
    const frame = document.querySelector('#panel-body iframe');
    if (!frame) return;
    const calls = state.contacts.filter(({ type }) => type === 'voice');
    const inView = state.contacts.find(({ contactId }) => contactId === state.viewed);
    const caller = inView ?? (calls.length === 1 ? calls[0] : null);
    const fine = caller && answered.has(caller.contactId) && caller.type === 'voice';
    if (fine && !owners.has(frame)) owners.set(frame, caller.initialContactId);
    if (!fine || owners.get(frame) !== caller.initialContactId) {
      window.wrong.push({ owner: owners.get(frame), caller: caller?.contactId, viewed: state.viewed });
    }
  }
}

/** mulberry32: small, and the same everywhere. */
function chance(seed) {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * below);
  };
}

const NEXT = {
  connecting: ['connected', 'connected', 'missed', 'ended'],
  connected: ['connected', 'ended', 'error'],
  ended: ['ended'],
  missed: ['missed'],
  error: ['error'],
};

/** An agent's contacts; a third of the calls comes without a token at first, a quarter is transferred in. */
class World {
  contacts = [];
  viewed = '';
  #answered = new Set();
  #count = 0;

  constructor(random) {
    this.random = random;
  }

  step() {
    this.#pick([this.#arrive, this.#change, this.#change, this.#change, this.#clear, this.#look, this.#look]).call(this);
    return { contacts: this.contacts, viewed: this.viewed };
  }

  /** The caller who has to stand beside the softphone, where that is beyond doubt. */
  expected() {
    return this.contacts.find(({ contactId, type }) => contactId === this.viewed && type === 'voice' && this.#answered.has(contactId));
  }

  #arrive() {
    const contactId = `c-${++this.#count}`;
    const initialContactId = this.random(4) === 0 ? `first-${contactId}` : contactId;
    const attributes = this.random(3) === 0 ? {} : this.#token(initialContactId);
    const type = this.random(5) === 0 ? 'chat' : 'voice';
    this.contacts = [...this.contacts, { contactId, initialContactId, type, state: 'connecting', attributes, since: 0 }];
  }

  #change() {
    if (this.contacts.length === 0) return;
    const chosen = this.#pick(this.contacts);
    const state = this.#pick(NEXT[chosen.state]);
    if (state === 'connected') this.#answered.add(chosen.contactId);
    const attributes = this.random(3) === 0 ? this.#token(chosen.initialContactId) : chosen.attributes;
    this.contacts = this.contacts.map((one) => (one === chosen ? { ...chosen, state, attributes } : one));
  }

  #clear() {
    if (this.contacts.length === 0) return;
    const chosen = this.#pick(this.contacts);
    this.contacts = this.contacts.filter((one) => one !== chosen);
  }

  /** Any contact that ever was, the one that comes next, or none. */
  #look() {
    const to = this.random(this.#count + 2);
    this.viewed = to === 0 ? '' : `c-${to}`;
  }

  #token(session) {
    return { idContactReleaseToken: `token-of-${session}` };
  }

  #pick(from) {
    return from[this.random(from.length)];
  }
}
