import { describe, expect, test, vi } from 'vitest';
import { AddressBar, readAddress } from './address';

describe('an address', () => {
  test.each([
    ['?session=c-1', '#token=t', 'c-1', 't'],
    ['?session=a%2Fb%20%2B%3F', '#token=t', 'a/b +?', 't'],
    ['?c-1', '', 'c-1', undefined],
    ['?a%2Fb+c', '', 'a/b+c', undefined],
    ['?50%', '', '50%', undefined],
    ['', '', undefined, undefined],
    ['?session=', '#token=', undefined, undefined],
    ['?session=c-1', '#somewhere', 'c-1', undefined],
  ])('%s%s', (search, hash, phoneSession, token) => {
    expect(readAddress({ search, hash })).toEqual({ phoneSession, token });
  });
});

describe('the address bar', () => {
  test('loses the token before anything else happens, and keeps the call', () => {
    window.history.replaceState(null, '', '/attribute-ui/?session=c-1#token=secret');
    const entries = window.history.length;
    const bar = new AddressBar(window);
    expect(bar.current()).toEqual({ phoneSession: 'c-1', token: 'secret' });
    expect(window.location.href).toMatch(/\/attribute-ui\/\?session=c-1$/);
    expect(window.history.length).toBe(entries);
  });

  test('takes a later token too, and removes it again', async () => {
    window.history.replaceState(null, '', '/attribute-ui/?session=c-1#token=first');
    const bar = new AddressBar(window);
    const changed = vi.fn();
    const unsubscribe = bar.subscribe(changed);
    window.location.hash = '#token=second';
    await vi.waitFor(() => expect(changed).toHaveBeenCalledOnce());
    expect(bar.current()).toEqual({ phoneSession: 'c-1', token: 'second' });
    expect(window.location.hash).toBe('');
    unsubscribe();
  });

  test('leaves a fragment alone that holds no token', () => {
    window.history.replaceState(null, '', '/attribute-ui/?session=c-1#top');
    new AddressBar(window);
    expect(window.location.hash).toBe('#top');
  });
});
