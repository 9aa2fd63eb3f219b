import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { FakeServer, TOKEN } from '../test/FakeServer';
import { verified, waiting } from '../test/sessions';
import { SessionApi } from './SessionApi';
import { type Report, SessionWatch } from './SessionWatch';

let server: FakeServer;
let reports: Report[];
let watch: SessionWatch;

const kinds = () => reports.map(({ kind }) => kind);
const last = () => reports.at(-1);
const pass = (milliseconds: number) => vi.advanceTimersByTimeAsync(milliseconds);

/** Lets a minute pass in the server's rhythm. */
async function aMinuteWithHeartbeats() {
  for (let beat = 0; beat < 4; beat++) {
    await pass(15_000);
    server.beats();
  }
}

beforeEach(() => {
  vi.useFakeTimers();
  server = new FakeServer().has(waiting);
  reports = [];
});

afterEach(() => watch.stop());

async function follow(token: string | undefined = TOKEN) {
  watch = new SessionWatch(new SessionApi('c/1', token), (report) => reports.push(report));
  await pass(50);
}

describe('a watched session', () => {
  test('arrives at once, asked for with the token in a header and nowhere else', async () => {
    await follow();
    expect(kinds()).toEqual(['session']);
    expect(server.seen).toEqual([
      { method: 'GET', path: '/session_info/c%2F1/events', authorization: `Bearer ${TOKEN}` },
    ]);
  });

  test('tells every change', async () => {
    await follow();
    server.has(verified);
    await pass(10);
    expect(last()).toMatchObject({ kind: 'session', info: { authResult: { succeeded: true } } });
  });

  test('ends once and for all', async () => {
    await follow();
    server.ends();
    await pass(600_000);
    expect(kinds()).toEqual(['session', 'ended']);
    expect(server.seen).toHaveLength(1);
  });

  test.each([
    ['a wrong token', 'wrong', 404],
    ['no token', undefined, 401],
  ])('is refused for good with %s', async (_, token, status) => {
    watch = new SessionWatch(new SessionApi('c/1', token), (report) => reports.push(report));
    await pass(600_000);
    expect(reports).toEqual([{ kind: 'refused', status }]);
    expect(server.seen).toHaveLength(1);
  });

  test('lives on heartbeats alone', async () => {
    await follow();
    for (let minute = 0; minute < 10; minute++) await aMinuteWithHeartbeats();
    expect(kinds()).toEqual(['session']);
    expect(server.count('/events')).toBe(1);
  });

  test('is fetched anew when the heartbeats stop', async () => {
    await follow();
    await pass(39_000);
    expect(kinds()).toEqual(['session', 'lost', 'session']);
    expect(server.openStreams).toBe(1);
  });

  test('comes back after a restart of the server', async () => {
    await follow();
    await aMinuteWithHeartbeats();
    server.mode = 'down';
    server.closesStreams();
    await pass(20_000);
    expect(last()).toEqual({ kind: 'lost' });
    server.mode = 'up';
    server.has(verified);
    await pass(16_000);
    expect(last()).toMatchObject({ kind: 'session' });
  });

  test('asks less and less often while the server is away, and not in step with others', async () => {
    server.mode = 'down';
    await follow();
    await pass(120_000);
    expect(server.seen.length).toBeGreaterThan(8);
    expect(server.seen.length).toBeLessThan(24);
  });

  test('waits as long as an overloaded server asks for', async () => {
    server.mode = 'overloaded';
    await follow();
    await pass(6_900);
    expect(server.seen).toHaveLength(1);
    await pass(200);
    expect(server.seen).toHaveLength(2);
  });

  test.each([
    ['the network is back', () => window.dispatchEvent(new Event('online'))],
    ['the page is looked at again', () => document.dispatchEvent(new Event('visibilitychange'))],
    ['the agent says so', () => watch.retryNow()],
  ])('is tried at once when %s', async (_, wake) => {
    server.mode = 'down';
    await follow();
    await pass(60_000);
    server.mode = 'up';
    const before = server.seen.length;
    wake();
    await pass(50);
    expect(server.seen).toHaveLength(before + 1);
    expect(last()).toMatchObject({ kind: 'session' });
  });

  test('is fetched anew at once after sleep', async () => {
    await follow();
    vi.setSystemTime(Date.now() + 3_600_000);
    window.dispatchEvent(new Event('online'));
    await pass(50);
    expect(server.count('/events')).toBe(2);
    expect(last()).toMatchObject({ kind: 'session' });
  });

  test.each([['cutting'], ['holding']] as const)('is polled behind a proxy that is %s streams', async (mode) => {
    server.mode = mode;
    await follow();
    await pass(40_000);
    expect(last()).toMatchObject({ kind: 'session' });
    expect(server.count('/events')).toBe(3);
    server.has(verified);
    await pass(4_100);
    expect(last()).toMatchObject({ kind: 'session', info: { authResult: { succeeded: true } } });
    server.forgets();
    await pass(4_100);
    expect(last()).toEqual({ kind: 'refused', status: 404 });
  });

  test('is streamed again once the proxy lets streams through', async () => {
    server.mode = 'cutting';
    await follow();
    await pass(20_000);
    server.mode = 'up';
    await pass(125_000);
    expect(server.openStreams).toBe(1);
  });

  test('is polled where the server has no stream to spare, with a look now and then whether it has', async () => {
    server.mode = 'full';
    await follow();
    await pass(60_000);
    expect(last()).toMatchObject({ kind: 'session' });
    expect(server.count('/events')).toBe(3);
    await pass(120_000);
    expect(server.count('/events')).toBe(4);
  });

  test('survives nonsense on the stream', async () => {
    await follow();
    server.says('event: session\ndata: {"purpose":\n\n');
    await pass(2_000);
    expect(kinds()).toEqual(['session', 'lost', 'session']);
  });
});
