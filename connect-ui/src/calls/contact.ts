/**
 * How far a contact is, as far as the agent's page cares: `on-hold` is `talking` with the caller on hold, `failed` a
 * call that was missed, rejected or broken off.
 */
export type Phase = 'ringing' | 'talking' | 'on-hold' | 'ended' | 'failed';

/** One contact of the agent, as one snapshot of the softphone tells it. */
export interface Contact {
  readonly contactId: string;
  /** The phone session id: the first contact's id of the whole call, also after a transfer. */
  readonly sessionId: string;
  /** False for chats, tasks and e-mails, which no phone session can belong to. */
  readonly byPhone: boolean;
  readonly phase: Phase;
  /** The release token that the contact flow stored, or null for a caller who keyed in no code. */
  readonly token: string | null;
}
