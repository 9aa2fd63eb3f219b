/** The attribute page while things happen: changes, lost connections, restarts, proxies, long calls. */
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { after, before, describe, it } from 'node:test';
import { AttributePage } from './attribute-page.mjs';
import { launch } from './chromium.mjs';
import { eventually } from './stage.mjs';
import { Call, server } from './telephony.mjs';

describe('the attribute page', () => {
  let browser;
  let plugin;
  before(async () => {
    browser = await launch();
    plugin = await AuthPlugin.start();
  });
  after(async () => {
    await browser.close();
    plugin.close();
  });

  it('shows a login within two seconds of it, without being asked', async () => {
    const call = await (await Call.started()).linked();
    const page = await AttributePage.open(browser, call.address);
    await page.shows('waiting', 'Wachten op de inlog');
    await call.logsIn();
    await page.shows('verified', 'Identiteit bevestigd', 2_000);
    await page.page.getByText('willeke.debruijn@example.nl').waitFor();
    assert.equal(page.requests.filter(({ url }) => url.includes('/session_info/')).length, 1);
    await page.close();
  });

  it('drops everything within two seconds of the end of the session', async () => {
    const call = await Call.verified();
    const page = await AttributePage.open(browser, call.address);
    await page.shows('verified', 'Identiteit bevestigd');
    await call.ends();
    await page.shows('ended', 'Sessie beëindigd', 2_000);
    const html = await page.html();
    for (const secret of ['willeke', 'Keizersgracht', call.id, call.token]) assert.ok(!html.includes(secret));
    await page.close();
  });

  it('says that the connection is lost when the server restarts, and comes back by itself', async () => {
    const call = await (await Call.started()).linked();
    const page = await AttributePage.open(browser, call.address);
    await page.shows('waiting', 'Wachten op de inlog');
    await server.stop();
    await page.page.locator('.stale').waitFor();
    await page.screenshot('stale-420x640-light-nl');
    await server.start();
    await call.logsIn();
    await page.shows('verified', 'Identiteit bevestigd', 20_000);
    assert.equal(await page.page.locator('.stale').count(), 0);
    await page.close();
  });

  it('leaves no data standing when the connection stays away, and fetches it when asked', async () => {
    const call = await Call.verified();
    const prepare = (page) => page.clock.install();
    const page = await AttributePage.open(browser, call.address, { prepare, viewport: { width: 320, height: 140 } });
    await page.shows('verified', 'Identiteit bevestigd');
    await server.stop();
    await page.page.clock.fastForward(2_000);
    await page.page.locator('.stale').waitFor();
    await page.isAccessible();
    await page.screenshot('stale-320x140-light-nl');
    await page.page.clock.fastForward(30_000);
    await page.shows('lost', 'Verbinding verbroken');
    assert.ok(!(await page.html()).includes('willeke'));
    await server.start();
    await page.button('Nu proberen').click();
    await page.shows('verified', 'Identiteit bevestigd');
    await page.close();
  });

  it('asks instead of listening where a proxy cuts every stream', async () => {
    const call = await (await Call.started()).linked();
    const cut = (route) => route.fulfill({ contentType: 'text/event-stream', body: ': cut\n\n' });
    const page = await AttributePage.open(browser, call.address, { prepare: (page) => page.route('**/events', cut) });
    await page.shows('waiting', 'Wachten op de inlog', 20_000);
    await call.logsIn();
    await page.shows('verified', 'Identiteit bevestigd', 20_000);
    await page.close();
  });

  it('keeps the session alive during a long call, and tells the auth plugin', async () => {
    const call = await Call.verified({ sessionUrl: `${plugin.address}/active?id=7` });
    const page = await AttributePage.open(browser, call.address, { prepare: (page) => page.clock.install() });
    await page.shows('verified', 'Identiteit bevestigd');
    const posted = page.page.waitForResponse((answer) => answer.url().endsWith('/activity'));
    await page.page.clock.fastForward(61_000);
    assert.equal((await posted).status(), 204);
    await eventually(() => plugin.told, ['POST /active?id=7&type=user_active']);
    await page.close();
  });

  it('logs out after a question, by keyboard alone, and tells the auth plugin', async () => {
    plugin.told.length = 0;
    const call = await Call.verified({ sessionUrl: `${plugin.address}/session` });
    const page = await AttributePage.open(browser, call.address);
    await page.button('Beller uitloggen').focus();
    await page.page.keyboard.press('Enter');
    await page.page.getByRole('alertdialog', { name: 'Beller uitloggen?' }).waitFor();
    await page.page.keyboard.press('Escape');
    assert.equal(await page.page.getByRole('alertdialog').count(), 0);
    assert.equal(await page.page.evaluate(() => document.activeElement.textContent), 'Beller uitloggen');
    await page.page.keyboard.press('Enter');
    await page.button('Uitloggen').press('Enter');
    await page.shows('loggedOut', 'Beller uitgelogd');
    await eventually(() => plugin.told, ['POST /session?type=logout']);
    await page.close();
  });
});

/** Plays the auth plugin: notes what the server tells it of the session. */
class AuthPlugin {
  told = [];
  #server = createServer((request, response) => {
    this.told.push(`${request.method} ${request.url}`);
    response.end();
  });

  static async start() {
    const plugin = new AuthPlugin();
    await once(plugin.#server.listen(0, '127.0.0.1'), 'listening');
    return plugin;
  }

  get address() {
    return `http://127.0.0.1:${this.#server.address().port}`;
  }

  close() {
    this.#server.close();
  }
}
