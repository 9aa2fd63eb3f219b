import { cameLate, type SessionInfo } from './info';

/** What the page shows. Attributes exist in `session` alone: whatever replaces it drops them. */
export type View =
  | { readonly kind: 'noCaller' | 'connecting' | 'notIdentified' | 'refused' | 'lost' | 'ended' | 'loggedOut' }
  | { readonly kind: 'session'; readonly info: SessionInfo; readonly stale: boolean };

/** The name of the state that an agent sees; also the key of its texts. */
export type StateName = Exclude<View['kind'], 'session'> | 'waiting' | 'verified' | 'late' | 'failed';

export type Change =
  | { readonly kind: 'session'; readonly info: SessionInfo }
  | { readonly kind: 'noCaller' | 'connecting' | 'notIdentified' | 'refused' | 'lost' | 'ended' | 'loggedOut' }
  /** The connection has been away for longer than shown data may be trusted. */
  | { readonly kind: 'lostForLong' };

export function nextView(view: View, change: Change): View {
  switch (change.kind) {
    case 'session':
      return { kind: 'session', info: change.info, stale: false };
    case 'lost':
      return view.kind === 'session' ? { ...view, stale: true } : { kind: 'lost' };
    case 'lostForLong':
      return { kind: 'lost' };
    case 'ended':
      return view.kind === 'loggedOut' ? view : { kind: 'ended' };
    default:
      return { kind: change.kind };
  }
}

export function stateName(view: View): StateName {
  if (view.kind !== 'session') return view.kind;
  const { authResult, linkedAt } = view.info;
  if (!authResult) return 'waiting';
  if (!authResult.succeeded) return 'failed';
  return cameLate(authResult, linkedAt) ? 'late' : 'verified';
}
