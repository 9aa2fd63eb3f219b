import type { Texts } from './nl';

export const en: Texts = {
  name: 'EN, English',
  page: 'Details of the caller',
  state: {
    noCaller: {
      title: 'No caller yet',
      text: 'As soon as a call comes in, you will see here who is calling.',
    },
    connecting: {
      title: 'Fetching details',
      text: 'The details of this call are being fetched.',
    },
    notIdentified: {
      title: 'Caller not identified',
      text: 'The caller did not key in a valid code. Establish the identity in another way.',
    },
    waiting: {
      title: 'Waiting for the login',
      text: 'The caller has not logged in yet. The details will appear here by themselves.',
    },
    verified: {
      title: 'Identity verified',
      text: '',
    },
    late: {
      title: 'Warning: login after linking',
      text: 'Somebody else may have logged in. Check who you are speaking to.',
    },
    failed: {
      title: 'Login failed',
      text: 'The identity of the caller is not established.',
    },
    ended: {
      title: 'Session ended',
      text: 'This session has ended or expired. The details are no longer shown.',
    },
    loggedOut: {
      title: 'Caller logged out',
      text: 'The session has ended. The details are no longer shown.',
    },
    lost: {
      title: 'Connection lost',
      text: 'The page keeps trying by itself.',
    },
    refused: {
      title: 'No access to this session',
      text: 'The server gives no details for this call. The session may have expired.',
    },
  },
  stale: 'Connection lost, retrying… These details may be out of date.',
  retry: 'Try now',
  loggedIn: 'Logged in',
  loginTimeUnknown: 'time unknown',
  justNow: 'just now',
  call: 'Call',
  linkedAt: (time) => `linked at ${time}`,
  loginAfterLink: (duration) => `${duration} after linking`,
  attributes: 'Details',
  noAttributes: 'The login succeeded. No details were asked for.',
  emptyValue: 'empty',
  hidden: 'hidden',
  show: 'Show',
  hide: 'Hide',
  copy: 'Copy',
  copied: 'Copied',
  notCopied: 'Cannot copy',
  actionOn: (action, label) => `${action}: ${label}`,
  logout: {
    button: 'Log out caller',
    title: 'Log out the caller?',
    text: 'This ends the session for everyone. The details cannot be shown again afterwards.',
    confirm: 'Log out',
    cancel: 'Cancel',
    failed: 'Logging out did not work. Try again.',
  },
};
