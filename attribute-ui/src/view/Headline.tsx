import { Alert, Heading1, LinkButton, Paragraph } from '@utrecht/component-library-react';
import { useLanguage } from '../language/Language';
import type { StateName } from '../session/view';
import { useSettings } from '../settings/SettingsContext';
import { labelOf } from '../settings/settings';
import { StateIcon } from './icons';

const tones: Partial<Record<StateName, 'ok' | 'warning' | 'error'>> = {
  verified: 'ok',
  late: 'warning',
  failed: 'error',
  lost: 'error',
  refused: 'error',
};

interface HeadlineProps {
  readonly state: StateName;
  /** The tag of what the caller calls about, once that is known. */
  readonly purpose: string | undefined;
  readonly retryNow: () => void;
}

/**
 * What is the matter, in one line and a sentence. The same element stays through all states, so that a screen reader
 * announces every change: at once where the agent has to act, else when there is a pause.
 */
export function Headline({ state, purpose, retryNow }: HeadlineProps) {
  const { code, texts } = useLanguage();
  const { settings } = useSettings();
  const { title, text } = texts.state[state];
  const urgent = state === 'late' || state === 'failed';
  return (
    <Alert
      className={`headline headline--${state}`}
      type={tones[state] ?? 'info'}
      role={urgent ? 'alert' : 'status'}
      icon={<StateIcon state={state} />}
    >
      <Heading1 className="headline__title">{title}</Heading1>
      {text && <Paragraph className="headline__text">{text}</Paragraph>}
      {purpose && (
        <Paragraph className="headline__purpose">
          <bdi>{labelOf(purpose, settings?.purposes, code)}</bdi>
        </Paragraph>
      )}
      {state === 'lost' && <LinkButton onClick={retryNow}>{texts.retry}</LinkButton>}
    </Alert>
  );
}
