/** Every state of the attribute page, by day and by night, large and small, in both languages: shown, looked at, checked. */
import { after, before, describe, it } from 'node:test';
import { AttributePage } from './attribute-page.mjs';
import { launch } from './chromium.mjs';
import { Call } from './telephony.mjs';

const PUBLIC = process.env.TELEPHONY_PUBLIC_URL;

describe('the attribute page shows', { concurrency: 3 }, () => {
  let browser;
  before(async () => {
    browser = await launch();
  });
  after(() => browser.close());

  /** A state: how to come to it, and its title in both languages. */
  function state(name, [dutch, english], address, act = async () => {}, options = {}) {
    it(`${name}: ${english}`, async () => {
      const page = await AttributePage.open(browser, await address(), options);
      await act(page);
      await page.shows(name, dutch);
      await page.isAccessible();
      await page.screenshot(`${name}-420x640-light-nl`);
      await page.looks({ width: 1200, height: 700, scheme: 'light' });
      await page.screenshot(`${name}-1200x700-light-nl`);
      await page.button('EN, English').click();
      await page.looks({ width: 320, height: 140, scheme: 'dark' });
      await page.shows(name, english);
      await page.isAccessible();
      await page.screenshot(`${name}-320x140-dark-en`);
      await page.close();
    });
  }

  const called = async (making) => (await making).address;

  state('noCaller', ['Nog geen beller', 'No caller yet'], () => `${PUBLIC}/attribute-ui/`);

  state('notIdentified', ['Beller niet geïdentificeerd', 'Caller not identified'], () => new Call().address);

  state(
    'waiting',
    ['Wachten op de inlog', 'Waiting for the login'],
    async () => called((await Call.started()).linked()),
  );

  state('verified', ['Identiteit bevestigd', 'Identity verified'], () =>
    called(Call.verified({ sessionUrl: 'http://127.0.0.1:9/session' })),
  );

  // The token may be from half a minute ahead: so the test needn't wait for the clock to pass a full second.
  state('late', ['Let op: inlog na koppelen', 'Warning: login after linking'], async () => {
    const call = await (await Call.started()).linked();
    await call.logsIn({ secondsAgo: -30 });
    return call.address;
  });

  state('failed', ['Inloggen mislukt', 'Login failed'], () => called(Call.verified({ status: 'failed' })));

  const ended = {};
  state(
    'ended',
    ['Sessie beëindigd', 'Session ended'],
    async () => {
      ended.call = await Call.verified();
      return ended.call.address;
    },
    async (page) => {
      await page.shows('verified', 'Identiteit bevestigd');
      await ended.call.ends();
    },
  );

  state(
    'loggedOut',
    ['Beller uitgelogd', 'Caller logged out'],
    () => called(Call.verified({ sessionUrl: 'http://127.0.0.1:9/session' })),
    async (page) => {
      await page.button('Beller uitloggen').click();
      await page.isAccessible();
      await page.screenshot('logout-420x640-light-nl');
      await page.looks({ width: 320, height: 140, scheme: 'dark' });
      await page.isAccessible();
      await page.screenshot('logout-320x140-dark-nl');
      await page.looks({ width: 420, height: 640, scheme: 'light' });
      await page.button('Uitloggen').click();
    },
  );

  state('refused', ['Geen toegang tot deze sessie', 'No access to this session'], async () => {
    const call = await Call.verified();
    call.token = call.token.replace(/^./, (first) => (first === 'A' ? 'B' : 'A'));
    return call.address;
  });

  state('connecting', ['Gegevens ophalen', 'Fetching details'], () => called(Call.verified()), undefined, {
    prepare: (page) => page.route('**/session_info/**', () => {}),
  });

  state('lost', ['Verbinding verbroken', 'Connection lost'], () => called(Call.verified()), undefined, {
    prepare: (page) => page.route('**/session_info/**', (route) => route.abort('connectionrefused')),
  });
});
