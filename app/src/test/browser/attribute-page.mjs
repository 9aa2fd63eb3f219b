import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { assertAccessible } from './accessibility.mjs';

const SHOTS = process.env.TELEPHONY_SCREENSHOTS;
/** Browsers log every answer that is a refusal; the page is there to show them. */
const EXPECTED = /Failed to load resource/;

/** The attribute page as an agent has it before them, in which nothing may go wrong unseen. */
export class AttributePage {
  /** Whatever the browser complained about. */
  complaints = [];
  /** Every request that the page made. */
  requests = [];

  /**
   * @param address where to go
   * @param options of the browser's context: its language, the size of the frame, what is granted; and `prepare`, to do
   *     something with the page before it goes there
   */
  static async open(browser, address, { prepare = async () => {}, ...options } = {}) {
    const opened = new AttributePage();
    opened.context = await browser.newContext({ locale: 'nl-NL', viewport: { width: 420, height: 640 }, ...options });
    opened.page = await opened.context.newPage();
    opened.#listen();
    await prepare(opened.page);
    await opened.page.goto(address);
    return opened;
  }

  #listen() {
    this.page.on('pageerror', (error) => this.complaints.push(error.message));
    this.page.on('console', (message) => EXPECTED.test(message.text()) || this.complaints.push(message.text()));
    this.page.on('request', (request) => this.requests.push({ url: request.url(), headers: request.headers() }));
  }

  /** Waits until the page is in this state and says so. */
  async shows(state, title, patience = 10_000) {
    await this.page.locator(`[data-state="${state}"]`).waitFor({ timeout: patience });
    assert.equal(await this.page.locator('h1').textContent(), title);
  }

  button(name) {
    return this.page.getByRole('button', { name, exact: true });
  }

  /** All that the page holds, shown or not. */
  html() {
    return this.page.content();
  }

  async looks({ width, height, scheme }) {
    await this.page.setViewportSize({ width, height });
    await this.page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
  }

  async screenshot(name) {
    if (!SHOTS) return;
    mkdirSync(SHOTS, { recursive: true });
    await this.page.screenshot({ path: path.join(SHOTS, `${name}.png`) });
  }

  /** Checks the page as it stands against WCAG 2.2 AA, and that it fits into the frame's width. */
  isAccessible() {
    return assertAccessible(this.page);
  }

  async close() {
    assert.deepEqual(this.complaints, []);
    await this.context.close();
  }
}
