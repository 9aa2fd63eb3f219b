import { AlertDialog, Button, ButtonGroup, Heading2, Paragraph } from '@utrecht/component-library-react';
import { useId, useRef, useState } from 'react';
import { useTexts } from '../language/Language';
import type { Posted } from '../session/SessionApi';
import { LogoutIcon } from './icons';

/**
 * Ends the session for everyone, after a question of the page's own: browsers block `window.confirm` in a frame of
 * another origin.
 */
export function Logout({ logout }: { logout: () => Promise<Posted> }) {
  const { button, title, text, confirm, cancel, failed } = useTexts().logout;
  const dialog = useRef<HTMLDialogElement>(null);
  const harmless = useRef<HTMLButtonElement>(null);
  const titleId = useId();
  const textId = useId();
  const [step, setStep] = useState<'asking' | 'busy' | 'failed'>('asking');
  const ask = () => {
    setStep('asking');
    dialog.current?.showModal();
    harmless.current?.focus();
  };
  const go = async () => {
    setStep('busy');
    if ((await logout()) === 'failed') setStep('failed');
  };
  return (
    <div className="logout">
      <Button appearance="secondary-action-button" icon={<LogoutIcon />} onClick={ask}>
        {button}
      </Button>
      <AlertDialog ref={dialog} type="info" role="alertdialog" aria-labelledby={titleId} aria-describedby={textId}>
        <Heading2 id={titleId}>{title}</Heading2>
        <Paragraph id={textId}>{text}</Paragraph>
        <div role="alert">{step === 'failed' && <Paragraph className="logout__failed">{failed}</Paragraph>}</div>
        <ButtonGroup>
          <Button appearance="primary-action-button" hint="danger" busy={step === 'busy'} onClick={go}>
            {confirm}
          </Button>
          <Button ref={harmless} appearance="secondary-action-button" onClick={() => dialog.current?.close()}>
            {cancel}
          </Button>
        </ButtonGroup>
      </AlertDialog>
    </div>
  );
}
