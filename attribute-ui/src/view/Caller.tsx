import { DataList, Heading2, Paragraph } from '@utrecht/component-library-react';
import { useTexts } from '../language/Language';
import type { SessionInfo } from '../session/info';
import type { Posted } from '../session/SessionApi';
import { AttributeRow } from './AttributeRow';
import { CallFact, LoginFact } from './facts';
import { Logout } from './Logout';

interface CallerProps {
  readonly info: SessionInfo;
  readonly phoneSession: string;
  readonly logout: () => Promise<Posted>;
}

/** Who is calling, and how the page knows. */
export function Caller({ info, phoneSession, logout }: CallerProps) {
  const login = info.authResult?.succeeded ? info.authResult : undefined;
  return (
    <div className="caller">
      {login && <LoginFact login={login} linkedAt={info.linkedAt} />}
      {login && <Attributes attributes={login.attributes} />}
      <div className="caller__foot">
        <CallFact linkedAt={info.linkedAt} phoneSession={phoneSession} />
        {info.logoutAvailable && <Logout logout={logout} />}
      </div>
    </div>
  );
}

function Attributes({ attributes }: { attributes: readonly (readonly [string, string])[] }) {
  const texts = useTexts();
  if (attributes.length === 0) return <Paragraph>{texts.noAttributes}</Paragraph>;
  return (
    <section>
      <Heading2 className="visually-hidden">{texts.attributes}</Heading2>
      <DataList className="attributes">
        {attributes.map(([name, value]) => (
          <AttributeRow key={name} name={name} value={value} />
        ))}
      </DataList>
    </section>
  );
}
