import 'amazon-connect-streams';
import type { Contact, Phase } from '../calls/contact';

/** What the softphone tells the page. */
export interface SoftphoneEvents {
  /** Every contact of the agent, at every change. It also means that the agent is logged in. */
  contacts(contacts: readonly Contact[]): void;
  viewed(contactId: string): void;
  answering(): void;
  /** No answer within five seconds; the library goes on trying. */
  silent(): void;
  /** The library has given up trying. */
  gaveUp(): void;
  sessionExpired(): void;
  loggedOut(): void;
  accessDenied(): void;
}

const TOKEN_ATTRIBUTE = 'idContactReleaseToken';

/**
 * Puts the softphone into a container by Amazon's own library. The page opens the login window itself, because the
 * library does not tell when the browser has blocked it; and after a lost login the library is kept from replacing the
 * softphone's frame by itself, which would cut off a call.
 */
export function embedSoftphone(
  container: HTMLElement,
  ccpUrl: string,
  region: string | null,
  on: SoftphoneEvents,
): void {
  connect.core.initCCP(container, {
    ccpUrl,
    ...(region === null ? {} : { region }),
    loginPopup: false,
    loginOptions: { disableAuthPopupAfterLogout: true },
    softphone: { allowFramedSoftphone: true },
    pageOptions: { enableAudioDeviceSettings: true, enablePhoneTypeSettings: true },
  });
  // The event bus exists only now.
  connect.core.onInitialized(() => on.answering());
  connect.core.onAuthFail(() => on.sessionExpired());
  connect.core.onAccessDenied(() => on.accessDenied());
  connect.core.onIframeRetriesExhausted(() => on.gaveUp());
  connect.core.getEventBus().subscribe(connect.EventType.ACK_TIMEOUT, () => on.silent());
  connect.core.getEventBus().subscribe(connect.EventType.TERMINATED, () => on.loggedOut());
  connect.core.onViewContact(({ contactId }) => on.viewed(contactId));
  connect.agent((known) => known.onRefresh((agent) => on.contacts(agent.getContacts().map(contactOf))));
}

/** Loads the softphone's frame anew until it answers: to be called when the agent is about to log in again. */
export function awaitNewLogin(): void {
  connect.core.reauthenticateAfterLogout();
}

function contactOf(contact: connect.Contact): Contact {
  const contactId = contact.getContactId();
  const type = contact.getType();
  // A supervisor who listens in is given no attributes at all, whatever the types say.
  const attributes = contact.getAttributes() as connect.AttributeDictionary | null | undefined;
  return {
    contactId,
    sessionId: contact.getInitialContactId() || contactId,
    byPhone: type === connect.ContactType.VOICE || type === connect.ContactType.QUEUE_CALLBACK,
    phase: phaseOf(contact),
    token: attributes?.[TOKEN_ATTRIBUTE]?.value || null,
  };
}

function phaseOf(contact: connect.Contact): Phase {
  switch (contact.getStatus().type) {
    case connect.ContactStateType.CONNECTED:
      return callerOnHold(contact) ? 'on-hold' : 'talking';
    case connect.ContactStateType.ENDED:
      return 'ended';
    case connect.ContactStateType.MISSED:
    case connect.ContactStateType.REJECTED:
    case connect.ContactStateType.ERROR:
      return 'failed';
    default:
      return 'ringing';
  }
}

function callerOnHold(contact: connect.Contact): boolean {
  return contact.getConnections().some((connection) => connection.isInitialConnection() && connection.isOnHold());
}
