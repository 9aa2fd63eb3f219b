import type { Texts } from './texts';

export const EN: Texts = {
  title: 'Telephone with verified details',
  softphone: 'Softphone',
  caller: 'Details of the caller',
  split: 'Width of the softphone',
  attributePage: 'Verified details of the caller',
  phases: {
    ringing: 'Incoming call',
    talking: 'In conversation',
    'on-hold': 'On hold',
    ended: 'After-call work',
    failed: 'Call ended',
  },
  nobody: {
    loading: { title: 'One moment', text: 'The softphone is being loaded.' },
    'no-call': { title: 'No call', text: 'As soon as you answer a call, the caller’s verified details stand here.' },
    ringing: { title: 'Somebody is calling', text: 'The verified details stand here as soon as you have answered.' },
    'not-a-call': { title: 'This is not a phone call', text: 'Verified details come with phone calls only.' },
    choose: { title: 'Several calls', text: 'Choose a call in the softphone to see the details of that caller.' },
    hidden: { title: 'Details hidden', text: 'They return once the softphone is connected again.' },
    unavailable: { title: 'The details cannot be loaded', text: 'The server does not answer. The call goes on.' },
  },
  problems: {
    'no-settings': {
      title: 'The settings cannot be loaded',
      text: 'The server of this page does not answer. Try again in a minute.',
    },
    'no-address': {
      title: 'No softphone has been set',
      text: 'Ask your administrator to set ccp_url under [global.ui] on the server, or the variable IDCONTACT_UI_CCP_URL.',
    },
    'other-tab': {
      title: 'The softphone is open in another tab',
      text: 'It works in one tab at a time. Use that tab, or close it: this page then continues by itself.',
    },
    unreachable: {
      title: 'The softphone cannot be reached',
      text: '{softphone} does not answer. Check your network or VPN connection. If others have the same trouble, tell your administrator.',
    },
    login: {
      title: 'Log in to Amazon Connect',
      text: 'Log in in the window that has been opened. This page then continues by itself.',
    },
    'login-blocked': {
      title: 'Log in to Amazon Connect',
      text: 'Your browser has blocked the login window. Use the button, and allow pop-up windows for {page} so that it opens by itself next time.',
    },
    'no-answer': {
      title: 'The softphone does not answer',
      text: 'One of these helps:',
      hints: [
        'Log in to Amazon Connect, if you have not yet.',
        'Allow third-party cookies for {softphone} in your browser: without them it does not know that you are logged in.',
        'Ask your administrator whether {page} is an approved origin of the Amazon Connect instance.',
        'To be able to call meanwhile, open the softphone in a tab of its own; details of callers are not shown there.',
      ],
    },
    'session-expired': {
      title: 'Your login has expired',
      text: 'Log in again to go on. A call that is going on continues.',
    },
    'logged-out': { title: 'You are logged out', text: 'Log in again to take calls.' },
    'access-denied': {
      title: 'No access to the softphone',
      text: 'Your account may not use it. Ask your administrator for the right security profile, then try again.',
    },
  },
  remedies: { 'log-in': 'Log in', retry: 'Try again', 'own-tab': 'Softphone in its own tab' },
  restart: 'Restart the softphone',
  restartWarning: 'Restarting cuts off the sound of a call that is going on.',
};
