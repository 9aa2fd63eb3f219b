import { Document } from '@utrecht/component-library-react';
import type { Address } from '../session/address';
import { useSession } from '../session/useSession';
import { stateName, type View } from '../session/view';
import { useSettings } from '../settings/SettingsContext';
import { Caller } from './Caller';
import { Headline } from './Headline';
import { LanguageSwitch } from './LanguageSwitch';
import { StaleNotice } from './StaleNotice';

export function Page({ address }: { address: Address }) {
  const session = useSession(address);
  const { settled } = useSettings();
  // Only the settings tell which values are to be masked: none is shown before they are there.
  const view: View = session.view.kind === 'session' && !settled ? { kind: 'connecting' } : session.view;
  const info = view.kind === 'session' ? view.info : undefined;
  const state = stateName(view);
  const detailed = state === 'verified' || state === 'late';
  return (
    <Document>
      <main className={`page page--${detailed ? 'detailed' : 'plain'}`} data-state={state}>
        <div className="page__top">
          <Headline state={state} purpose={info?.purpose} retryNow={session.retryNow} />
          {view.kind === 'session' && view.stale && <StaleNotice retryNow={session.retryNow} />}
          <LanguageSwitch />
        </div>
        {info && <Caller info={info} phoneSession={address.phoneSession ?? ''} logout={session.logout} />}
      </main>
    </Document>
  );
}
