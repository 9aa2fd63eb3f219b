import { LinkButton } from '@utrecht/component-library-react';
import { useLanguage } from '../language/Language';

export function LanguageSwitch() {
  const { other, otherName, switchTo } = useLanguage();
  return (
    <LinkButton
      className="language"
      lang={other}
      aria-label={otherName}
      title={otherName}
      onClick={() => switchTo(other)}
    >
      {other.toUpperCase()}
    </LinkButton>
  );
}
