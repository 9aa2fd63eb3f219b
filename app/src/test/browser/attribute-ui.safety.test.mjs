/** What the attribute page must never do, and what an agent must never miss. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { AttributePage } from './attribute-page.mjs';
import { launch } from './chromium.mjs';
import { Call } from './telephony.mjs';

const PUBLIC = process.env.TELEPHONY_PUBLIC_URL;

describe('the attribute page', { concurrency: 3 }, () => {
  let browser;
  before(async () => {
    browser = await launch();
  });
  after(() => browser.close());

  it('shows hostile values as text, whatever they contain', async () => {
    const script = '<img src=x onerror="document.title=1"><script>document.title=1</script>';
    const attributes = {
      [script]: `${script}${'lang'.repeat(150)}`,
      'javascript:alert(1)': 'one\ntwo\tthree\u202ereversed\u0000',
      __proto: '{{7*7}}${7*7}',
      constructor: '',
    };
    const call = await Call.verified({ purpose: `${script}${'x'.repeat(100)}`, attributes });
    const page = await AttributePage.open(browser, call.address);
    await page.shows('verified', 'Identiteit bevestigd');
    const values = await page.page.locator('dd bdi').allTextContents();
    for (const value of Object.values(attributes).filter(Boolean)) assert.ok(values.includes(value));
    assert.equal(await page.page.locator('img').count(), 0);
    assert.equal(await page.page.title(), 'Gegevens van de beller');
    await page.isAccessible();
    await page.screenshot('hostile-420x640-light-nl');
    await page.looks({ width: 320, height: 140, scheme: 'dark' });
    await page.isAccessible();
    await page.screenshot('hostile-320x140-dark-nl');
    await page.close();
  });

  it('keeps the warning of a late login in view in a small frame, wherever the agent scrolls', async () => {
    const call = await (await Call.started()).linked();
    await call.logsIn({ secondsAgo: -30 });
    const page = await AttributePage.open(browser, `${PUBLIC}/host.html`, {
      prepare: (page) =>
        page.route('**/host.html', (route) =>
          route.fulfill({
            contentType: 'text/html',
            body: `<!doctype html><title>host</title><iframe width="320" height="140" src="${call.address}"></iframe>`,
          }),
        ),
    });
    const frame = page.page.frameLocator('iframe');
    const warning = frame.getByRole('alert');
    await warning.waitFor();
    for (const place of [0, 60, 10_000]) {
      await frame.locator('body').evaluate((body, to) => body.ownerDocument.defaultView.scrollTo(0, to), place);
      const { top, bottom } = await warning.evaluate((node) => {
        const { top, bottom } = node.getBoundingClientRect();
        return { top, bottom };
      });
      assert.ok(top >= 0 && bottom <= 100, `the warning is from ${top} to ${bottom} in a frame of 140 pixels`);
    }
    await page.screenshot('late-in-frame-light-nl');
    await page.close();
  });

  it('takes the token from the fragment and leaves it nowhere', async () => {
    const call = await Call.verified();
    const page = await AttributePage.open(browser, call.address);
    await page.shows('verified', 'Identiteit bevestigd');
    assert.equal(page.page.url(), `${PUBLIC}/attribute-ui/?session=${call.id}`);
    for (const { url, headers } of page.requests) {
      assert.ok(!url.includes(call.token) && !url.includes('willeke'));
      assert.ok(!headers.referer);
    }
    const left = await page.page.evaluate(async () => [
      ...Object.values(localStorage),
      ...Object.values(sessionStorage),
      document.cookie,
      document.title,
      JSON.stringify(history.state),
      ...(await indexedDB.databases()).map(({ name }) => name),
      ...(await caches.keys().catch(() => [])),
    ]);
    assert.deepEqual(left, ['', 'Gegevens van de beller', 'null']);
    assert.ok(!(await page.html()).includes(call.token));
    await page.close();
  });

  it('takes a token that comes later, too', async () => {
    const call = await Call.verified();
    const page = await AttributePage.open(browser, `${PUBLIC}/attribute-ui/?session=${call.id}`);
    await page.shows('notIdentified', 'Beller niet geïdentificeerd');
    await page.page.evaluate((token) => {
      location.hash = `#token=${token}`;
    }, call.token);
    await page.shows('verified', 'Identiteit bevestigd');
    assert.equal(page.page.url(), `${PUBLIC}/attribute-ui/?session=${call.id}`);
    await page.close();
  });

  it('has a masked value in the page only while the agent looks at it, and copies any', async () => {
    const call = await Call.verified();
    const page = await AttributePage.open(browser, call.address, { permissions: ['clipboard-read', 'clipboard-write'] });
    await page.button('Kopiëren: Burgerservicenummer').click();
    await page.page.getByText('Gekopieerd: Burgerservicenummer').waitFor();
    assert.equal(await page.page.evaluate(() => navigator.clipboard.readText()), '123456782');
    assert.ok(!(await page.html()).includes('123456782'));
    await page.button('Tonen: Burgerservicenummer').click();
    await page.page.getByText('123456782').waitFor();
    await page.button('Verbergen: Burgerservicenummer').click();
    assert.ok(!(await page.html()).includes('123456782'));
    await page.close();
  });

  it('speaks the language of the browser, with the names that the server was configured with', async () => {
    const call = await Call.verified();
    for (const [locale, title, label] of [
      ['nl-BE', 'Identiteit bevestigd', 'Burgerservicenummer'],
      ['en-US', 'Identity verified', 'Citizen service number'],
    ]) {
      const page = await AttributePage.open(browser, call.address, { locale });
      await page.shows('verified', title);
      await page.page.getByText(label, { exact: true }).waitFor();
      assert.equal(await page.page.locator('html').getAttribute('lang'), locale.slice(0, 2));
      await page.close();
    }
  });

  it("wears a municipality's own design tokens", async () => {
    const call = await Call.verified();
    const css = ':root { --utrecht-document-background-color: rgb(250, 240, 230); --utrecht-heading-color: rgb(90, 0, 60); }';
    const prepare = async (page) => {
      await page.route('**/tokens.css', (route) => route.fulfill({ contentType: 'text/css', body: css }));
      await page.route('**/attribute-ui/settings.json', async (route) => {
        const answer = await route.fetch();
        await route.fulfill({ json: { ...(await answer.json()), stylesheet: '/tokens.css' } });
      });
    };
    const page = await AttributePage.open(browser, call.address, { prepare, colorScheme: 'dark' });
    await page.shows('verified', 'Identiteit bevestigd');
    const background = () => page.page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    await page.page.waitForFunction(() => getComputedStyle(document.body).backgroundColor === 'rgb(250, 240, 230)');
    assert.equal(await background(), 'rgb(250, 240, 230)');
    await page.isAccessible();
    await page.screenshot('house-style-420x640-nl');
    await page.close();
  });

  it('is guarded by headers that forbid everything it does not need', async () => {
    const answer = await fetch(`${PUBLIC}/attribute-ui/`);
    const policy = answer.headers.get('content-security-policy');
    for (const directive of ["default-src 'none'", "script-src 'self'", "base-uri 'none'", "form-action 'none'"]) {
      assert.ok(policy.includes(directive), `${directive} in ${policy}`);
    }
    assert.match(policy, /frame-ancestors 'self'/);
    assert.doesNotMatch(policy, /unsafe|\*/);
    assert.equal(answer.headers.get('referrer-policy'), 'no-referrer');
    assert.equal(answer.headers.get('x-content-type-options'), 'nosniff');
  });
});
