import { useCallback, useEffect, useMemo, useReducer, useRef } from 'react';
import type { Address } from './address';
import { type Posted, SessionApi } from './SessionApi';
import { SessionFollower } from './SessionFollower';
import { nextView, stateName, type View } from './view';

/** The server passes it on at most once a minute, so a little more than that between two. In milliseconds. */
const ACTIVITY = 61_000;

export interface Session {
  readonly view: View;
  readonly retryNow: () => void;
  readonly logout: () => Promise<Posted>;
}

/** Follows the session of a call from the first render to the last. */
export function useSession({ phoneSession, token }: Address): Session {
  const [view, tell] = useReducer(nextView, { kind: phoneSession ? 'connecting' : 'noCaller' });
  const follower = useRef<SessionFollower>(undefined);
  const api = useMemo(() => (phoneSession ? new SessionApi(phoneSession, token) : undefined), [phoneSession, token]);

  useEffect(() => {
    if (!api) return;
    const following = new SessionFollower(api, token !== undefined, tell);
    follower.current = following;
    return () => following.stop();
  }, [api, token]);

  const state = stateName(view);
  useActivity(api, state === 'waiting' || state === 'verified' || state === 'late', () => {
    follower.current?.stop();
    tell({ kind: 'ended' });
  });

  const logout = useCallback(async () => {
    const posted = (await api?.post('logout')) ?? 'gone';
    if (posted !== 'failed') {
      follower.current?.stop();
      tell({ kind: 'loggedOut' });
    }
    return posted;
  }, [api]);

  return { view, retryNow: () => follower.current?.retryNow(), logout };
}

/** Keeps the session alive for as long as an agent has it in view, which is as long as the call lives. */
function useActivity(api: SessionApi | undefined, active: boolean, gone: () => void): void {
  const whenGone = useRef(gone);
  whenGone.current = gone;
  useEffect(() => {
    if (!api || !active) return;
    const timer = setInterval(async () => {
      if ((await api.post('activity')) === 'gone') whenGone.current();
    }, ACTIVITY);
    return () => clearInterval(timer);
  }, [api, active]);
}
