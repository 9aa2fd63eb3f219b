import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { AddressBar } from './session/address';
import './theme/components.css';
import './theme/tokens.css';
import './theme/page.css';
import { App } from './view/App';

// Before anything is drawn: the token leaves the address bar at once.
const addressBar = new AddressBar(window);
const place = document.getElementById('page');
if (place) {
  createRoot(place).render(
    <StrictMode>
      <App addressBar={addressBar} />
    </StrictMode>,
  );
}
