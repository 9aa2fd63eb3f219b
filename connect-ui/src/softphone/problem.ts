/** What can be wrong with the softphone; each has its sentences in both languages. */
export type Problem =
  | 'no-settings'
  | 'no-address'
  | 'other-tab'
  | 'unreachable'
  | 'login'
  | 'login-blocked'
  | 'no-answer'
  | 'session-expired'
  | 'logged-out'
  | 'access-denied';

/** What the agent can do about it. */
export type Remedy = 'log-in' | 'retry' | 'own-tab';

export const REMEDIES: Record<Problem, readonly Remedy[]> = {
  'no-settings': ['retry'],
  'no-address': ['retry'],
  'other-tab': ['retry'],
  unreachable: ['retry'],
  login: ['log-in', 'retry'],
  'login-blocked': ['log-in'],
  'no-answer': ['log-in', 'retry', 'own-tab'],
  'session-expired': ['log-in', 'retry'],
  'logged-out': ['log-in'],
  'access-denied': ['retry'],
};
