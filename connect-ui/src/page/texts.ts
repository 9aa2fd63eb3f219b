import type { Shown } from '../calls/board';
import type { Phase } from '../calls/contact';
import type { Problem, Remedy } from '../softphone/problem';

/** The states of the panel in which it shows nobody. */
export type Placeholder = Exclude<Shown['kind'], 'caller'> | 'loading' | 'hidden' | 'unavailable';

export interface Saying {
  readonly title: string;
  readonly text: string;
  /** Things to look at, in the order in which they are likely. */
  readonly hints?: readonly string[];
}

/** All words of the page in one language. `{page}` and `{softphone}` stand for the two sites' addresses. */
export interface Texts {
  readonly title: string;
  readonly softphone: string;
  readonly caller: string;
  readonly split: string;
  readonly attributePage: string;
  readonly phases: Record<Phase, string>;
  readonly nobody: Record<Placeholder, Saying>;
  readonly problems: Record<Problem, Saying>;
  readonly remedies: Record<Remedy, string>;
  readonly restart: string;
  readonly restartWarning: string;
}

export const LANGUAGES = ['nl', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];
