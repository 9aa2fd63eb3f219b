import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { isDeepStrictEqual } from 'node:util';

/** Where the stand-in for the softphone lives: another origin than the page, as in earnest. */
export const SOFTPHONE = 'https://softphone.example';
const FILES = fileURLToPath(new URL('../resources/softphone/', import.meta.url));
const TYPES = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css' };

/** What the page must never cause: failed handlers of the library, errors, breaches of its content security policy. */
const COMPLAINTS = /event handler failed|Content Security Policy|Refused to/;

/** An agent's browser with the real page in it and a stand-in for Amazon Connect's softphone page. */
export class Stage {
  complaints = [];
  /** The sessions that the attribute page asked the server for, in order, each with the token it had. */
  asked = [];

  constructor(context, address) {
    this.context = context;
    this.address = address;
  }

  static async open(browser, address, { settings = {}, login = false, ...options } = {}) {
    const context = await browser.newContext({ locale: 'nl-NL', viewport: { width: 1200, height: 720 }, ...options });
    const stage = new Stage(context, address);
    const told = { ccpUrl: `${SOFTPHONE}/ccp-v2/${login ? '?login' : ''}`, region: null, attributeUi: '/attribute-ui/' };
    await context.route('**/connect-ui/settings.json', (route) => route.fulfill({ json: { ...told, ...settings } }));
    await stage.serveSoftphone();
    await context.route('**/session_info/**', (route) => stage.#noteAsked(route));
    return stage;
  }

  /** A page of this browser, not opened yet. */
  async blank() {
    const page = await this.context.newPage();
    page.on('pageerror', (error) => this.complaints.push(error.message));
    page.on('console', (message) => COMPLAINTS.test(message.text()) && this.complaints.push(message.text()));
    return page;
  }

  /** The agent's page, whatever becomes of it. */
  async page() {
    const page = await this.blank();
    await page.goto(`${this.address}/connect-ui/`);
    return page;
  }

  /** The agent's page with the softphone at work. */
  async agent() {
    return Agent.at(await this.page());
  }

  serveSoftphone() {
    return this.context.route(`${SOFTPHONE}/**`, serveSoftphone);
  }

  close() {
    return this.context.close();
  }

  async #noteAsked(route) {
    const { pathname } = new URL(route.request().url());
    const session = decodeURIComponent(pathname.split('/')[2]);
    const token = route.request().headers().authorization?.replace('Bearer ', '') ?? null;
    this.asked.push({ session, token });
    const [status, slug] = token === null ? [401, 'unauthorized'] : [404, 'unknown-session'];
    const contentType = 'application/problem+json';
    await route.fulfill({ status, contentType, json: { type: `urn:id-contact:telephony:${slug}`, status } });
  }
}

/** The agent's page, and the softphone in it as the telephone network sees it. */
export class Agent {
  constructor(page, softphone) {
    this.page = page;
    this.softphone = softphone;
  }

  /** Waits until the softphone on the page is at work. */
  static async at(page) {
    await page.frameLocator('iframe[name="Amazon Connect CCP"]').locator('#agent-state', { hasText: /\S/ }).waitFor();
    await page.locator('#notice').waitFor({ state: 'hidden' });
    return new Agent(page, page.frames().find((frame) => frame.url().startsWith(SOFTPHONE)));
  }

  /** Lets the telephone network do something: a method of the stand-in, and what it takes. */
  phone(method, ...given) {
    return this.softphone.evaluate(([name, args]) => window.softphone[name](...args), [method, given]);
  }

  /** Waits until the attribute page of this phone session stands beside the softphone; null for no such page. */
  async shows(session) {
    await eventually(() => sessionShown(this.page), session);
  }

  /** Waits until the panel says this in the place of an attribute page. */
  async says(text) {
    await this.page.locator('#panel-body', { hasText: text }).waitFor();
    assert.equal(await this.page.locator('#panel-body iframe').count(), 0);
  }

  reload() {
    return this.page.reload().then(() => Agent.at(this.page));
  }
}

/** Waits for a value to become what is expected, and fails with the difference. */
export async function eventually(read, expected, patience = 5_000) {
  const until = Date.now() + patience;
  for (;;) {
    const value = await read();
    if (isDeepStrictEqual(value, expected)) return;
    if (Date.now() > until) assert.deepEqual(value, expected);
    await setTimeout(25);
  }
}

/** The phone session of the attribute page on an agent's page, or null if there is none. */
function sessionShown(page) {
  const frame = page.frames().find((one) => one.parentFrame() === page.mainFrame() && one.url().includes('/attribute-ui/'));
  return frame ? new URL(frame.url()).searchParams.get('session') : null;
}

async function serveSoftphone(route) {
  const name = path.basename(new URL(route.request().url()).pathname);
  const file = name === 'ccp-v2' ? 'index.html' : name;
  if (!(path.extname(file) in TYPES)) return route.fulfill({ status: 404, body: '' });
  return route.fulfill({ body: await readFile(path.join(FILES, file)), contentType: TYPES[path.extname(file)] });
}
