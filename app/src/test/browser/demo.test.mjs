/**
 * The twelve steps in one browser: a resident logs in, calls and keys in the code through the delivered contact flow and
 * the real Lambda; an agent answers in the real page. The picture in docs/images is a copy of the one taken here.
 */
import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { launch } from './chromium.mjs';
import { eventually } from './stage.mjs';

const DEMO = process.env.TELEPHONY_DEMO_URL;
const SHOTS = process.env.TELEPHONY_SCREENSHOTS;

describe('the demonstration', () => {
  let browser;
  let page;
  let softphone;
  let attributes;
  const complaints = [];

  before(async () => {
    browser = await launch();
    const context = await browser.newContext({ locale: 'nl-NL', viewport: { width: 1440, height: 920 } });
    page = await context.newPage();
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('console', (message) => /Content Security|event handler failed/.test(message.text()) && complaints.push(message.text()));
    await page.goto(DEMO);
    softphone = page.frameLocator('#agent').frameLocator('iframe[name="Amazon Connect CCP"]');
    attributes = page.frameLocator('#agent').frameLocator('iframe.attribute-page');
    await softphone.locator('.idle').waitFor();
  });

  after(async () => {
    await browser.close();
    assert.deepEqual(complaints, []);
  });

  const steps = async () => (await page.locator('.step.is-done .step-number').allTextContents()).map(Number);
  const upTo = (last) => Array.from({ length: last }, (_, index) => index + 1);

  /** The resident chooses a purpose, and how the login goes. */
  async function logIn(purpose, outcome) {
    await page.click(`.choice-${purpose}`);
    await page.click(`.choice-${outcome}`);
    await page.locator('.call-button').waitFor();
  }

  async function callAndAnswer() {
    await page.click('.call-button');
    await softphone.locator('.action-answer').click({ timeout: 20_000 });
  }

  const state = (name) => attributes.locator(`[data-state="${name}"]`).waitFor({ timeout: 15_000 });

  /** The agent finishes, and the page is ready for the next resident. */
  async function startAgain() {
    await page.click('#restart');
    await softphone.locator('.idle').waitFor();
    await page.frameLocator('#agent').locator('#panel-body', { hasText: 'Geen gesprek' }).waitFor();
    await eventually(steps, []);
  }

  it('walks through all twelve steps', async () => {
    await logIn('report_move', 'succeeds');
    await eventually(steps, upTo(5));
    await callAndAnswer();
    await state('verified');
    await attributes.getByText('Sanne de Vries').waitFor();
    await eventually(steps, upTo(12), 15_000);
    await page.locator('.call.is-talking').waitFor();
    if (SHOTS) {
      mkdirSync(SHOTS, { recursive: true });
      await page.screenshot({ path: path.join(SHOTS, 'demo.png'), animations: 'disabled' });
    }
  });

  it('shows requests as they are, with shortened secrets', async () => {
    const lines = await page.locator('.request').allTextContents();
    for (const path of ['/start_communication', '/session_result/', '/link_phone', '/attribute-ui/', '/events']) {
      assert.ok(lines.some((line) => line.includes(path)), path);
    }
    const code = await page.locator('.keyed').textContent();
    assert.match(code, /^\d{10}$/);
    assert.ok(lines.every((line) => !line.includes(code) && !/[\w-]{40,}/.test(line)));
  });

  it('follows the caller who hangs up', async () => {
    await page.click('.hang-up');
    await softphone.locator('.action-clear').click();
    await page.frameLocator('#agent').locator('#panel-body', { hasText: 'Geen gesprek' }).waitFor();
    await startAgain();
  });

  it('lets a caller whose login failed try the code again', async () => {
    await logIn('passport', 'fails');
    await page.click('.call-button');
    await page.locator('.bubble').first().waitFor();
    for (const key of ['1', '2', '#']) await page.click(`.key:text-is("${key}")`);
    await page.locator('.bubble', { hasText: 'klopt niet' }).waitFor();
    await page.click('.type-button');
    await softphone.locator('.action-answer').click();
    await state('failed');
    await startAgain();
  });

  it('warns the agent when a slow login ends after the link', async () => {
    await logIn('benefits', 'slow');
    await callAndAnswer();
    await state('waiting');
    await state('late');
    await eventually(async () => (await steps()).length, 12, 15_000);
    await startAgain();
  });
});
