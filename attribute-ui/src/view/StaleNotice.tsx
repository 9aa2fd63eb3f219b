import { Alert, LinkButton, Paragraph } from '@utrecht/component-library-react';
import { useTexts } from '../language/Language';
import { StateIcon } from './icons';

/** Over data that is still shown while the connection is away. */
export function StaleNotice({ retryNow }: { retryNow: () => void }) {
  const texts = useTexts();
  return (
    <Alert className="stale" type="error" role="status" icon={<StateIcon state="lost" />}>
      <Paragraph>
        {texts.stale} <LinkButton onClick={retryNow}>{texts.retry}</LinkButton>
      </Paragraph>
    </Alert>
  );
}
