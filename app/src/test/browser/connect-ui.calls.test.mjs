/** The agent's page during calls: real page, real amazon-connect-streams, a stand-in for the softphone page. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { assertAccessible } from './accessibility.mjs';
import { launch } from './chromium.mjs';
import { eventually, Stage } from './stage.mjs';

const APP = process.env.TELEPHONY_PUBLIC_URL;
const LINKED = { idContactReleaseToken: 'token-of-c-1', idContactPurpose: 'report_move' };

describe("the agent's page during calls", { concurrency: 3 }, () => {
  let browser;
  before(async () => {
    browser = await launch();
  });
  after(() => browser.close());

  /** A test with a browser context of its own, in which nothing may go wrong unseen. */
  function call(name, play, options) {
    it(name, async () => {
      const stage = await Stage.open(browser, APP, options);
      await play(await stage.agent(), stage);
      assert.deepEqual(stage.complaints, []);
      await stage.close();
    });
  }

  call('shows the caller from the answer until the contact is cleared', async (agent, stage) => {
    await agent.says('Geen gesprek');
    await agent.phone('ring', { contactId: 'c-1', attributes: LINKED });
    await agent.says('Er belt iemand');
    assert.deepEqual(stage.asked, []);
    await agent.phone('answer', 'c-1');
    await agent.shows('c-1');
    await eventually(() => stage.asked[0], { session: 'c-1', token: 'token-of-c-1' });
    for (const [phase, method, ...given] of [
      ['In de wacht', 'hold', 'c-1', true],
      ['In gesprek', 'hold', 'c-1', false],
      ['Nawerk', 'end', 'c-1'],
    ]) {
      await agent.phone(method, ...given);
      await agent.page.locator('#phase', { hasText: phase }).waitFor();
      await agent.shows('c-1');
    }
    await assertAccessible(agent.page);
    await agent.phone('clear', 'c-1');
    await agent.says('Geen gesprek');
    assert.equal(agent.page.frames().length, 2);
  });

  call('keeps the token out of the page, the address and the history', async (agent, stage) => {
    const entries = await agent.page.evaluate(() => history.length);
    await agent.phone('ring', { contactId: 'c-1', attributes: LINKED });
    await agent.phone('answer', 'c-1');
    await eventually(() => stage.asked.length > 0, true);
    assert.equal(await agent.page.evaluate(() => history.length), entries);
    const everything = await agent.page.evaluate(() => document.documentElement.outerHTML + location.href + JSON.stringify({ ...localStorage, ...sessionStorage }));
    assert.ok(!everything.includes('token-of-c-1'));
    assert.ok(agent.page.frames().every((frame) => !frame.url().includes('token-of-c-1')));
  });

  call('opens the page without a token for a caller who keyed in no code, and takes it when it comes', async (agent, stage) => {
    await agent.phone('ring', { contactId: 'c-1' });
    await agent.phone('answer', 'c-1');
    await agent.shows('c-1');
    await agent.page.frameLocator('iframe.attribute-page').locator('[data-state="notIdentified"]').waitFor();
    await agent.page.evaluate(() => (window.notReloaded = true));
    await agent.phone('change', 'c-1', { attributes: LINKED });
    await eventually(() => stage.asked.at(-1), { session: 'c-1', token: 'token-of-c-1' });
    assert.equal(await agent.page.evaluate(() => window.notReloaded), true);
  });

  call('knows a supervisor who is given no attributes', async (agent) => {
    await agent.phone('ring', { contactId: 'c-1', attributes: null });
    await agent.phone('answer', 'c-1');
    await agent.shows('c-1');
  });

  call('shows nobody for a call that was missed', async (agent) => {
    await agent.phone('ring', { contactId: 'c-1', attributes: LINKED });
    await agent.says('Er belt iemand');
    await agent.phone('change', 'c-1', { state: 'missed' });
    await agent.says('Geen gesprek');
  });

  call('follows the first contact id of a call that was transferred in', async (agent, stage) => {
    await agent.phone('ring', { contactId: 'c-2', initialContactId: 'c-1', attributes: LINKED });
    await agent.phone('answer', 'c-2');
    await agent.shows('c-1');
    await eventually(() => stage.asked[0], { session: 'c-1', token: 'token-of-c-1' });
  });

  call('shows the contact in view, and nobody beside a chat', async (agent, stage) => {
    await agent.phone('ring', { contactId: 'c-1', attributes: LINKED });
    await agent.phone('answer', 'c-1');
    await agent.shows('c-1');
    await agent.phone('ring', { contactId: 'chat-1', type: 'chat' });
    await agent.phone('view', 'chat-1');
    await agent.says('Dit is geen telefoongesprek');
    await agent.phone('end', 'c-1');
    await agent.phone('ring', { contactId: 'c-2', attributes: { idContactReleaseToken: 'token-of-c-2' } });
    await agent.phone('answer', 'c-2');
    await agent.shows('c-2');
    await agent.phone('view', 'c-1');
    await agent.shows('c-1');
    await agent.phone('view', '');
    await agent.says('Meerdere gesprekken');
    await agent.phone('clear', 'c-1');
    await agent.shows('c-2');
    assert.ok(stage.asked.every(({ session, token }) => token === `token-of-${session}`));
  });

  call('shows the caller again when the page is loaded anew during a call, and asks before that', async (agent) => {
    await agent.phone('ring', { contactId: 'c-1', attributes: LINKED });
    await agent.phone('answer', 'c-1');
    await agent.shows('c-1');
    // A browser asks on behalf of pages that were used, only.
    await agent.page.locator('#split').press('ArrowRight');
    const asked = [];
    agent.page.on('dialog', (dialog) => asked.push(dialog.type()) && dialog.accept());
    const again = await agent.reload();
    await again.shows('c-1');
    assert.deepEqual(asked, ['beforeunload']);
    await again.page.locator('#split').press('ArrowRight');
    await again.phone('end', 'c-1');
    await again.page.locator('#phase', { hasText: 'Nawerk' }).waitFor();
    await (await again.reload()).shows('c-1');
    assert.equal(asked.length, 1);
  });

  call('forgets everything when the agent logs out', async (agent) => {
    await agent.phone('ring', { contactId: 'c-1', attributes: LINKED });
    await agent.phone('answer', 'c-1');
    await agent.shows('c-1');
    await agent.phone('logOut');
    await agent.page.locator('#notice', { hasText: 'U bent uitgelogd' }).waitFor();
    await agent.says('Geen gesprek');
  });

  call('hides the caller while the login has expired, leaves the softphone alone, and goes on after it', async (agent) => {
    await agent.phone('ring', { contactId: 'c-1', attributes: LINKED });
    await agent.phone('answer', 'c-1');
    await agent.shows('c-1');
    await agent.phone('expire');
    await agent.page.locator('#notice.is-banner', { hasText: 'Uw aanmelding is verlopen' }).waitFor();
    await agent.says('Gegevens verborgen');
    await assertAccessible(agent.page);
    const [login] = await Promise.all([agent.page.waitForEvent('popup'), agent.page.click('text=Inloggen')]);
    await login.click('#log-in');
    // The session is alive again: the same frame tells about a caller who came meanwhile.
    await agent.phone('set', [{ contactId: 'c-2', state: 'connected', attributes: {}, since: 0 }], 'c-2');
    await agent.shows('c-2');
    await eventually(() => login.isClosed(), true);
  });
});
