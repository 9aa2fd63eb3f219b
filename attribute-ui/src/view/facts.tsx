import { DataList, DataListItem, DataListKey, DataListValue } from '@utrecht/component-library-react';
import type { ReactNode } from 'react';
import { useLanguage } from '../language/Language';
import { ago, clockTime, duration } from '../language/time';
import { type AuthResult, cameLate } from '../session/info';
import { useNow } from './useNow';

/** How long ago the login was, and how long after the link if it came too late. */
export function LoginFact({ login, linkedAt }: { login: AuthResult; linkedAt: Date }) {
  const { code, texts } = useLanguage();
  const now = useNow();
  const time = login.authenticatedAt;
  if (!time) return <Fact name={texts.loggedIn}>{texts.loginTimeUnknown}</Fact>;
  return (
    <Fact name={texts.loggedIn}>
      <time dateTime={time.toISOString()}>
        {ago(time, now, code) ?? texts.justNow} ({clockTime(time, now, code)})
      </time>
      {cameLate(login, linkedAt) && (
        <>
          , <strong>{texts.loginAfterLink(duration(time.getTime() - linkedAt.getTime(), code))}</strong>
        </>
      )}
    </Fact>
  );
}

/** Which call the data belongs to. */
export function CallFact({ linkedAt, phoneSession }: { linkedAt: Date; phoneSession: string }) {
  const { code, texts } = useLanguage();
  const now = useNow();
  return (
    <Fact name={texts.call}>
      {texts.linkedAt(clockTime(linkedAt, now, code))} <bdi className="fact__id">{phoneSession}</bdi>
    </Fact>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <DataList>
      <DataListItem className="fact">
        <DataListKey>{name}</DataListKey>
        <DataListValue>{children}</DataListValue>
      </DataListItem>
    </DataList>
  );
}
