import { useSyncExternalStore } from 'react';
import { LanguageProvider } from '../language/Language';
import type { AddressBar } from '../session/address';
import { SettingsProvider } from '../settings/SettingsContext';
import { Page } from './Page';

export function App({ addressBar }: { addressBar: AddressBar }) {
  const address = useSyncExternalStore(addressBar.subscribe, addressBar.current);
  return (
    <SettingsProvider>
      <LanguageProvider>
        {/* Another token or call is another page: nothing that was shown or opened for the last one stays. */}
        <Page key={`${address.phoneSession} ${address.token}`} address={address} />
      </LanguageProvider>
    </SettingsProvider>
  );
}
