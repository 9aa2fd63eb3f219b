import { Button } from '@utrecht/component-library-react';
import { useEffect, useState } from 'react';
import { useTexts } from '../language/Language';
import { copy } from './clipboard';
import { CopyIcon } from './icons';

const SHOWN = 2_500;

export function CopyButton({ label, value }: { label: string; value: string }) {
  const texts = useTexts();
  const [outcome, setOutcome] = useState<'copied' | 'notCopied'>();
  useEffect(() => {
    if (!outcome) return;
    const timer = setTimeout(() => setOutcome(undefined), SHOWN);
    return () => clearTimeout(timer);
  }, [outcome]);
  return (
    <>
      <Button
        appearance="subtle-button"
        aria-label={texts.actionOn(texts.copy, label)}
        title={texts.copy}
        icon={<CopyIcon done={outcome === 'copied'} />}
        onClick={async () => setOutcome((await copy(value)) ? 'copied' : 'notCopied')}
      >
        <span className="button-text">{texts[outcome ?? 'copy']}</span>
      </Button>
      <span role="status" className="visually-hidden">
        {outcome && texts.actionOn(texts[outcome], label)}
      </span>
    </>
  );
}
