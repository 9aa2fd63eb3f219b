import { act, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { AddressBar } from '../session/address';
import { FakeServer, TOKEN } from '../test/FakeServer';
import { failed, late, verified, waiting } from '../test/sessions';
import { App } from './App';

const CALL = '6f1c2a8e-12f4-4c52-9d0a-77c1d2b0e2a9';
const ADDRESS = `/attribute-ui/?session=${CALL}#token=${TOKEN}`;

const settings = {
  purposes: { report_move: { label: { nl: 'Verhuizing doorgeven', en: 'Report a move' } } },
  attributes: { bsn: { label: { nl: 'Burgerservicenummer', en: 'Citizen service number' }, masked: true } },
};

let server: FakeServer;

beforeEach(() => {
  vi.useFakeTimers({ shouldAdvanceTime: true, now: new Date('2026-11-23T14:05:00Z') });
  vi.spyOn(navigator, 'languages', 'get').mockReturnValue(['en-GB']);
  server = new FakeServer();
  server.settings = settings;
});

function open(address = ADDRESS) {
  window.history.replaceState(null, '', address);
  render(<App addressBar={new AddressBar(window)} />);
  return userEvent.setup({ advanceTimers: vi.advanceTimersByTime });
}

const pass = (milliseconds: number) => act(() => vi.advanceTimersByTimeAsync(milliseconds));
const title = (name: string | RegExp) => screen.findByRole('heading', { level: 1, name });
const everything = () => document.documentElement.outerHTML;

describe('the page shows', () => {
  test('that there is no caller yet, without asking the server', async () => {
    open('/attribute-ui/');
    await title('No caller yet');
    expect(server.seen.filter(({ path }) => path.includes('session_info'))).toEqual([]);
  });

  test('a caller who keyed in no valid code', async () => {
    open(`/attribute-ui/?session=${CALL}`);
    await title('Caller not identified');
  });

  test('a caller whose code is linked later, where the server asks for no token', async () => {
    server.withoutTokens();
    open(`/attribute-ui/?${CALL}`);
    await title('Caller not identified');
    server.has(verified);
    await pass(10_000);
    await title('Identity verified');
  });

  test('that the login is awaited, and then, live, that it succeeded', async () => {
    server.has(waiting);
    open();
    await title('Waiting for the login');
    const announced = screen.getByRole('status');
    server.has(verified);
    await title('Identity verified');
    // Screen readers announce what changes in a region that stays, not a new region.
    expect(announced.isConnected).toBe(true);
    expect(announced.textContent).toContain('Identity verified');
  });

  test('a verified caller: purpose, attributes, how long ago the login was, which call', async () => {
    server.has(verified);
    open();
    await title('Identity verified');
    screen.getByText('Report a move');
    screen.getByText('Willeke de Bruijn');
    screen.getByText(/^7 minutes ago/);
    screen.getByText(CALL);
    expect(screen.queryByRole('alert')).toBeNull();
    await pass(60_000);
    screen.getByText(/^8 minutes ago/);
  });

  test('a warning when the login came after the link', async () => {
    server.has(late);
    open();
    await title('Warning: login after linking');
    expect(screen.getByRole('alert').textContent).toContain('Check who you are speaking to.');
    screen.getByText('2 minutes after linking');
    screen.getByText('Willeke de Bruijn');
  });

  test('a login without a time', async () => {
    server.has({ ...verified, auth_result: { ...verified.auth_result, authenticated_at: null } });
    open();
    await screen.findByText('time unknown');
  });

  test('a login that asked for nothing', async () => {
    server.has({ ...verified, auth_result: { ...verified.auth_result, attributes: {} } });
    open();
    await screen.findByText('The login succeeded. No details were asked for.');
  });

  test('a failed login', async () => {
    server.has(failed);
    open();
    await title('Login failed');
    screen.getByRole('alert');
  });

  test('the end of the session, and nothing of the caller any more', async () => {
    server.has(verified);
    open();
    await title('Identity verified');
    server.ends();
    await title('Session ended');
    for (const value of [...Object.values(verified.auth_result.attributes), CALL, TOKEN]) {
      expect(everything()).not.toContain(value);
    }
  });

  test('the end of a session that went while the connection was away', async () => {
    server.has(verified);
    open();
    await title('Identity verified');
    server.forgets();
    server.closesStreams();
    await pass(1_000);
    await title('Session ended');
  });

  test('that access is refused', async () => {
    open();
    await title('No access to this session');
  });

  test('that there is no connection, and tries again when asked', async () => {
    server.has(verified).mode = 'down';
    const user = open();
    await pass(1_500);
    await title('Connection lost');
    server.mode = 'up';
    await user.click(screen.getByRole('button', { name: 'Try now' }));
    await title('Identity verified');
  });

  test('the last data for a short time while the connection is away', async () => {
    server.has(verified);
    open();
    await title('Identity verified');
    server.mode = 'down';
    server.closesStreams();
    await pass(1_600);
    screen.getByText(/^Connection lost, retrying/);
    screen.getByText('Willeke de Bruijn');
    await pass(29_000);
    await title('Connection lost');
    expect(everything()).not.toContain('Willeke');
    server.mode = 'up';
    await pass(16_000);
    await title('Identity verified');
    expect(screen.queryByText(/^Connection lost/)).toBeNull();
  });

  test('nothing of a stream that was cut and stands again', async () => {
    server.has(verified);
    open();
    await title('Identity verified');
    server.closesStreams();
    await pass(1_000);
    expect(server.openStreams).toBe(1);
    expect(screen.queryByText(/^Connection lost/)).toBeNull();
  });

  test('the session of a token that arrives later', async () => {
    server.has(verified);
    open(`/attribute-ui/?session=${CALL}`);
    await title('Caller not identified');
    act(() => {
      window.location.hash = `#token=${TOKEN}`;
    });
    await title('Identity verified');
    expect(window.location.hash).toBe('');
  });
});

describe('a value', () => {
  test('is text, whatever it contains', async () => {
    const hostile = '<img src=x onerror="alert(1)"><script>alert(2)</script>{{7*7}}\u202e';
    const attributes = { [hostile]: hostile, '': 'nameless', constructor: 'own', empty: '' };
    server.has({ ...verified, purpose: hostile, auth_result: { ...verified.auth_result, attributes } });
    open();
    await title('Identity verified');
    expect(screen.getAllByText(hostile).map(({ tagName }) => tagName)).toEqual(['BDI', 'BDI', 'BDI']);
    expect(document.querySelector('img, #page script')).toBeNull();
    screen.getByText('nameless');
    screen.getByText('own');
    screen.getByText('empty');
  });

  test('that is masked is not in the page before the agent asks', async () => {
    server.has(verified);
    const user = open();
    await screen.findByText('Citizen service number');
    expect(everything()).not.toContain('123456782');
    await user.click(screen.getByRole('button', { name: 'Show: Citizen service number' }));
    screen.getByText('123456782');
    await user.click(screen.getByRole('button', { name: 'Hide: Citizen service number' }));
    expect(everything()).not.toContain('123456782');
  });

  test('is masked where the settings cannot be had, under a readable name', async () => {
    server.settings = undefined;
    server.has(verified);
    open();
    await screen.findByText('BSN');
    screen.getByText('Report move');
    expect(everything()).not.toContain('Willeke');
  });

  test('can be copied, masked or not', async () => {
    server.has(verified);
    const user = open();
    await user.click(await screen.findByRole('button', { name: 'Copy: Citizen service number' }));
    expect(await navigator.clipboard.readText()).toBe('123456782');
    await screen.findByText('Copied: Citizen service number');
    expect(everything()).not.toContain('123456782');
  });

  test('that cannot be copied says so', async () => {
    server.has(verified);
    const user = open();
    vi.spyOn(navigator.clipboard, 'writeText').mockRejectedValue(new DOMException('no', 'NotAllowedError'));
    await user.click(await screen.findByRole('button', { name: 'Copy: Email' }));
    await screen.findByText('Cannot copy: Email');
    expect(document.querySelector('textarea')).toBeNull();
  });
});

describe('logging out', () => {
  const offered = { ...verified, logout_available: true };

  async function ask() {
    const user = open();
    await user.click(await screen.findByRole('button', { name: 'Log out caller' }));
    return { user, dialog: within(screen.getByRole('alertdialog', { name: 'Log out the caller?' })) };
  }

  test('is offered only where the auth plugin asks for it', async () => {
    server.has(verified);
    open();
    await title('Identity verified');
    expect(screen.queryByRole('button', { name: 'Log out caller' })).toBeNull();
  });

  test('does nothing when it is cancelled', async () => {
    server.has(offered);
    const { user, dialog } = await ask();
    await user.click(dialog.getByRole('button', { name: 'Cancel' }));
    expect(screen.queryByRole('alertdialog')).toBeNull();
    expect(server.count('/logout')).toBe(0);
  });

  test('ends the session after a confirmation', async () => {
    server.has(offered);
    const { user, dialog } = await ask();
    await user.click(dialog.getByRole('button', { name: 'Log out' }));
    await title('Caller logged out');
    expect(everything()).not.toContain('Willeke');
    expect(server.seen.at(-1)).toEqual({
      method: 'POST',
      path: `/session_info/${CALL}/logout`,
      authorization: `Bearer ${TOKEN}`,
    });
  });

  test('that fails says so and can be tried again', async () => {
    server.has(offered).logoutStatus = 503;
    const { user, dialog } = await ask();
    await user.click(dialog.getByRole('button', { name: 'Log out' }));
    await dialog.findByText('Logging out did not work. Try again.');
    server.logoutStatus = 204;
    await user.click(dialog.getByRole('button', { name: 'Log out' }));
    await title('Caller logged out');
  });
});

describe('a long call', () => {
  test('keeps its session alive, once in a little more than a minute', async () => {
    server.has(verified);
    open();
    await title('Identity verified');
    await pass(3_600_000);
    expect(server.count('/activity')).toBe(59);
  });

  test.each([
    ['failed', failed],
    ['ended', undefined],
  ])('keeps nothing alive once the session is %s', async (_, session) => {
    server.has(session ?? verified);
    open();
    await pass(50);
    if (!session) server.ends();
    await pass(50);
    await pass(300_000);
    expect(server.count('/activity')).toBe(0);
  });
});

describe('the language', () => {
  test('is the browser’s, and can be switched', async () => {
    vi.spyOn(navigator, 'languages', 'get').mockReturnValue(['nl-NL']);
    server.has(verified);
    const user = open();
    await title('Identiteit bevestigd');
    screen.getByText('Burgerservicenummer');
    expect(document.documentElement.lang).toBe('nl');
    expect(document.title).toBe('Gegevens van de beller');
    await user.click(screen.getByRole('button', { name: 'EN, English' }));
    await title('Identity verified');
    screen.getByText('Citizen service number');
    expect(document.documentElement.lang).toBe('en');
  });
});

test('nothing is left in a storage, a title or a log', async () => {
  const logged = (['log', 'info', 'warn', 'error', 'debug'] as const).map((level) => vi.spyOn(console, level));
  server.has(verified);
  open();
  await title('Identity verified');
  expect([localStorage.length, sessionStorage.length, document.cookie]).toEqual([0, 0, '']);
  expect(document.title).toBe('Details of the caller');
  for (const log of logged) expect(log).not.toHaveBeenCalled();
});
