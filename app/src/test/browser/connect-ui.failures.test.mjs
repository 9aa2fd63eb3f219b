/** What the agent's page says, and offers, when something is wrong with the softphone. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { assertAccessible } from './accessibility.mjs';
import { launch } from './chromium.mjs';
import { Agent, eventually, SOFTPHONE, Stage } from './stage.mjs';

const APP = process.env.TELEPHONY_PUBLIC_URL;

describe('the softphone that does not work', { concurrency: 4 }, () => {
  let browser;
  before(async () => {
    browser = await launch();
  });
  after(() => browser.close());

  /** A test of what the page says; the library's patience of five seconds is real. */
  function trouble(name, play, options) {
    it(name, async () => {
      const stage = await Stage.open(browser, APP, options);
      await play(stage);
      assert.deepEqual(stage.complaints, []);
      await stage.close();
    });
  }

  const notice = (page, text) => page.locator('#notice', { hasText: text }).waitFor({ timeout: 15_000 });

  trouble(
    'opens the login window by itself, goes on after the login, and closes it',
    async (stage) => {
      const page = await stage.page();
      const login = await page.waitForEvent('popup', { timeout: 15_000 });
      await notice(page, 'Log in in het venster dat is geopend');
      await login.click('#log-in');
      await Agent.at(page);
      await eventually(() => login.isClosed(), true);
    },
    { login: true },
  );

  trouble(
    'offers a button when the browser blocks the login window',
    async (stage) => {
      await stage.context.addInitScript(() => {
        // A real blocker lets through what a click asks for; this one, the second attempt.
        const { open } = window;
        window.open = () => {
          window.open = open;
          return null;
        };
      });
      const page = await stage.page();
      await notice(page, `sta pop-upvensters toe voor ${APP}`);
      const [login] = await Promise.all([page.waitForEvent('popup'), page.click('text=Inloggen')]);
      await login.click('#log-in');
      await Agent.at(page);
    },
    { login: true },
  );

  trouble(
    'names third-party cookies and approved origins when a login does not help',
    async (stage) => {
      const page = await stage.page();
      const login = await page.waitForEvent('popup', { timeout: 15_000 });
      // As long as a person takes, at least: the page does not believe in faster logins.
      await login.evaluate(() => new Promise((resolve) => setTimeout(resolve, 2_000)));
      await login.close();
      await notice(page, `cookies van derden toe voor ${SOFTPHONE}`);
      await notice(page, `Vraag uw beheerder of ${APP}`);
      await assertAccessible(page);
      const [own] = await Promise.all([stage.context.waitForEvent('page'), page.click('text=Softphone in eigen tabblad')]);
      await own.waitForURL(`${SOFTPHONE}/ccp-v2/**`);
    },
    { login: true },
  );

  trouble('says so when the softphone page cannot be reached, and tries again', async (stage) => {
    const dead = `${SOFTPHONE}/**`;
    await stage.context.route(dead, (route) => route.abort('connectionrefused'));
    const page = await stage.page();
    await notice(page, `${SOFTPHONE} antwoordt niet`);
    await stage.context.unroute(dead);
    await stage.serveSoftphone();
    await page.click('text=Opnieuw proberen');
    await Agent.at(page);
  });

  trouble('logs in again after a logout', async (stage) => {
    const { page, ...agent } = await stage.agent();
    await agent.softphone.evaluate(() => window.softphone.logOut());
    await notice(page, 'U bent uitgelogd');
    const [login] = await Promise.all([page.waitForEvent('popup'), page.click('text=Inloggen')]);
    await login.click('#log-in');
    const again = await Agent.at(page);
    await again.phone('ring', { contactId: 'c-1' });
    await again.says('Er belt iemand');
  });

  trouble('says whom to ask when the account may not use the softphone', async (stage) => {
    const agent = await stage.agent();
    await agent.phone('deny');
    await notice(agent.page, 'Vraag uw beheerder om het juiste beveiligingsprofiel');
  });

  trouble('works in one tab at a time, and moves on to the next when that is closed', async (stage) => {
    const first = await stage.agent();
    const second = await stage.page();
    await notice(second, 'De softphone staat open in een ander tabblad');
    assert.equal(await second.locator('#softphone-frame iframe').count(), 0);
    await first.page.close();
    await Agent.at(second);
  });

  trouble(
    'names the setting that is missing',
    async (stage) => notice(await stage.page(), 'IDCONTACT_UI_CCP_URL'),
    { settings: { ccpUrl: null } },
  );

  trouble('tries again when its own server does not answer', async (stage) => {
    const settings = '**/connect-ui/settings.json';
    await stage.context.route(settings, (route) => route.fulfill({ status: 503 }), { times: 1 });
    const page = await stage.page();
    await notice(page, 'De instellingen kunnen niet worden geladen');
    await page.click('text=Opnieuw proberen');
    await Agent.at(page);
  });

  trouble('offers another try when the attribute page does not come', async (stage) => {
    const agent = await stage.agent();
    await stage.context.route('**/attribute-ui/**', (route) => route.abort(), { times: 1 });
    await agent.phone('ring', { contactId: 'c-1' });
    await agent.phone('answer', 'c-1');
    await agent.says('De gegevens kunnen niet worden geladen');
    await agent.page.click('#panel-body button');
    await agent.shows('c-1');
  });

  trouble(
    'speaks English',
    async (stage) => {
      const agent = await stage.agent();
      await agent.says('No call');
      await agent.phone('deny');
      await notice(agent.page, 'Your account may not use it');
    },
    { locale: 'en-GB' },
  );

  trouble('frames and asks the softphone of its settings, and no other site', async (stage) => {
    const { page } = await stage.agent();
    await page.evaluate(() => {
      window.refused = new Set();
      document.addEventListener('securitypolicyviolation', (event) => window.refused.add(event.effectiveDirective));
      document.body.append(Object.assign(document.createElement('iframe'), { src: 'https://elsewhere.example/' }));
      fetch('https://elsewhere.example/').catch(() => {});
    });
    await eventually(() => page.evaluate(() => [...window.refused].sort()), ['connect-src', 'frame-src']);
    stage.complaints.length = 0;
  });

  trouble('remembers the split, which keys and pointer move, and stores nothing else', async (stage) => {
    const { page } = await stage.agent();
    const width = () => page.locator('#softphone').evaluate((one) => Math.round(one.getBoundingClientRect().width));
    await page.locator('#split').press('End');
    await eventually(width, 916);
    await page.mouse.move(922, 300);
    await page.mouse.down();
    await page.mouse.move(600, 310, { steps: 5 });
    await page.mouse.up();
    await eventually(width, 600);
    const stored = Object.keys(await page.evaluate(() => ({ ...localStorage })));
    assert.deepEqual(stored.filter((key) => key.startsWith('connect-ui')), ['connect-ui.split']);
    await page.reload();
    await eventually(width, 600);
    await page.setViewportSize({ width: 400, height: 800 });
    const [softphone, panel] = await Promise.all(['#softphone', '#panel'].map((id) => page.locator(id).boundingBox()));
    assert.ok(panel.y >= softphone.y + softphone.height && panel.width === 400);
  });
});
