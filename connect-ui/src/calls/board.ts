import type { Contact } from './contact';

/** What stands in the panel beside the softphone. */
export type Shown =
  | { readonly kind: 'no-call' }
  /** Somebody is calling; who it is stays hidden until the agent has answered. */
  | { readonly kind: 'ringing' }
  /** The agent looks at a chat, a task or an e-mail. */
  | { readonly kind: 'not-a-call' }
  /** Several calls, none in view. */
  | { readonly kind: 'choose' }
  | { readonly kind: 'caller'; readonly contact: Contact };

/**
 * All that the page knows of the agent's contacts. Nothing is remembered of a contact but its id: what it holds comes
 * from the latest snapshot alone, so that a contact that has gone cannot be shown.
 */
export interface Board {
  readonly contacts: readonly Contact[];
  /** The contact that the softphone has in view; empty for none. It may name a contact that has not come yet. */
  readonly viewed: string;
  /** Contacts that were answered. Only these are shown. */
  readonly answered: ReadonlySet<string>;
  /** Contacts that were there once: a view of these means none. */
  readonly known: ReadonlySet<string>;
}

export const EMPTY: Board = { contacts: [], viewed: '', answered: new Set(), known: new Set() };

/** The board after a snapshot of the softphone, which always holds every contact there is. */
export function withContacts(board: Board, contacts: readonly Contact[]): Board {
  const answered = contacts.filter((contact) => wasAnswered(contact, board)).map(idOf);
  return {
    ...board,
    contacts,
    answered: new Set(answered),
    known: new Set([...board.known, ...contacts.map(idOf)]),
  };
}

/** The board after the softphone has brought another contact into view, or none. */
export function withViewed(board: Board, contactId: string): Board {
  return { ...board, viewed: contactId };
}

export function shown(board: Board): Shown {
  const viewed = board.contacts.find((contact) => contact.contactId === board.viewed);
  if (viewed) return viewed.byPhone ? shownCall(viewed, board) : { kind: 'not-a-call' };
  // In view is a contact that no snapshot has told yet: whoever is there beside it, it is not that one.
  if (board.viewed !== '' && !board.known.has(board.viewed)) return { kind: 'no-call' };
  return shownUnviewed(board);
}

/** Whether a call is going on whose sound a reload of the page would cut off. */
export function callIsLive(board: Board): boolean {
  return board.contacts.some(({ byPhone, phase }) => byPhone && (phase === 'talking' || phase === 'on-hold'));
}

function shownUnviewed(board: Board): Shown {
  const calls = board.contacts.filter((contact) => contact.byPhone);
  const [only, ...others] = calls;
  if (!only) return { kind: 'no-call' };
  return others.length === 0 ? shownCall(only, board) : { kind: 'choose' };
}

function shownCall(contact: Contact, board: Board): Shown {
  if (board.answered.has(contact.contactId)) return { kind: 'caller', contact };
  return contact.phase === 'ringing' ? { kind: 'ringing' } : { kind: 'no-call' };
}

function wasAnswered({ contactId, phase }: Contact, before: Board): boolean {
  if (phase === 'talking' || phase === 'on-hold' || before.answered.has(contactId)) return true;
  // A contact that is in after-call work when the page is loaded was answered before that.
  return phase === 'ended' && !before.known.has(contactId);
}

function idOf(contact: Contact): string {
  return contact.contactId;
}
