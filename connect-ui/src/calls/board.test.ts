import { describe, expect, it } from 'vitest';
import { type Board, callIsLive, EMPTY, shown, withContacts, withViewed } from './board';
import type { Contact, Phase } from './contact';

function call(contactId: string, phase: Phase, more: Partial<Contact> = {}): Contact {
  return { contactId, sessionId: contactId, byPhone: true, phase, token: `token-${contactId}`, ...more };
}

function boardAfter(...snapshots: readonly (readonly Contact[])[]): Board {
  return snapshots.reduce(withContacts, EMPTY);
}

describe('one call', () => {
  it('is not shown before it is answered', () => {
    expect(shown(boardAfter([]))).toEqual({ kind: 'no-call' });
    expect(shown(boardAfter([call('c-1', 'ringing')]))).toEqual({ kind: 'ringing' });
  });

  it('is shown from the answer to the end of the after-call work', () => {
    const phases: Phase[] = ['talking', 'on-hold', 'talking', 'ended'];
    let board = boardAfter([call('c-1', 'ringing')]);
    for (const phase of phases) {
      board = withContacts(board, [call('c-1', phase)]);
      expect(shown(board)).toEqual({ kind: 'caller', contact: call('c-1', phase) });
    }
    expect(shown(withContacts(board, []))).toEqual({ kind: 'no-call' });
  });

  it('is never shown if nobody answered it', () => {
    expect(shown(boardAfter([call('c-1', 'ringing')], [call('c-1', 'failed')]))).toEqual({ kind: 'no-call' });
    expect(shown(boardAfter([call('c-1', 'ringing')], [call('c-1', 'ended')]))).toEqual({ kind: 'no-call' });
    expect(shown(boardAfter([call('c-1', 'failed')]))).toEqual({ kind: 'no-call' });
  });

  it('is shown at once when the page is loaded during it', () => {
    expect(shown(boardAfter([call('c-1', 'on-hold')])).kind).toBe('caller');
    expect(shown(boardAfter([call('c-1', 'ended')])).kind).toBe('caller');
  });

  it('stays in sight when it breaks off', () => {
    expect(shown(boardAfter([call('c-1', 'talking')], [call('c-1', 'failed')])).kind).toBe('caller');
  });

  it('takes the token that comes later', () => {
    const late = boardAfter([call('c-1', 'talking', { token: null })], [call('c-1', 'talking', { token: 'late' })]);
    expect(shown(late)).toMatchObject({ contact: { token: 'late' } });
  });

  it('counts as live while there is somebody on the line', () => {
    expect(callIsLive(boardAfter([call('c-1', 'ringing')]))).toBe(false);
    expect(callIsLive(boardAfter([call('c-1', 'on-hold')]))).toBe(true);
    expect(callIsLive(boardAfter([call('c-1', 'ended')]))).toBe(false);
    expect(callIsLive(boardAfter([call('c-1', 'talking', { byPhone: false })]))).toBe(false);
  });
});

describe('several contacts', () => {
  const two = boardAfter([call('c-1', 'ended'), call('c-2', 'talking')]);

  it('shows the one in view', () => {
    expect(shown(withViewed(two, 'c-1'))).toMatchObject({ contact: { contactId: 'c-1' } });
    expect(shown(withViewed(two, 'c-2'))).toMatchObject({ contact: { contactId: 'c-2' } });
  });

  it('asks to choose when none is in view', () => {
    expect(shown(two)).toEqual({ kind: 'choose' });
    expect(shown(withViewed(withContacts(two, [...two.contacts, call('c-0', 'ended')]), ''))).toEqual({
      kind: 'choose',
    });
  });

  it('shows the only call when none is in view, or one that has gone', () => {
    const withChat = boardAfter([call('c-1', 'talking'), call('c-2', 'talking', { byPhone: false })]);
    expect(shown(withChat)).toMatchObject({ contact: { contactId: 'c-1' } });
    const gone = withContacts(withViewed(two, 'c-1'), [call('c-2', 'talking')]);
    expect(shown(gone)).toMatchObject({ contact: { contactId: 'c-2' } });
  });

  it('shows nobody while the contact in view is yet to come', () => {
    expect(shown(withViewed(boardAfter([call('c-1', 'talking')]), 'c-2'))).toEqual({ kind: 'no-call' });
  });

  it('shows no caller beside a chat', () => {
    const chat = call('c-2', 'talking', { byPhone: false, token: null });
    expect(shown(withViewed(boardAfter([call('c-1', 'talking'), chat]), 'c-2'))).toEqual({ kind: 'not-a-call' });
  });
});
