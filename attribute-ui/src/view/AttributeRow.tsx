import { Button, DataListActions, DataListItem, DataListKey, DataListValue } from '@utrecht/component-library-react';
import { useState } from 'react';
import { useLanguage } from '../language/Language';
import { useSettings } from '../settings/SettingsContext';
import { isMasked, labelOf } from '../settings/settings';
import { CopyButton } from './CopyButton';
import { EyeIcon } from './icons';

/** One attribute. Its value is text whatever it holds, and is not in the page at all while it is masked. */
export function AttributeRow({ name, value }: { name: string; value: string }) {
  const { code, texts } = useLanguage();
  const { settings } = useSettings();
  const [asked, setAsked] = useState(false);
  const label = labelOf(name, settings?.attributes, code);
  const masked = isMasked(name, settings);
  const shown = !masked || asked;
  const toggle = asked ? texts.hide : texts.show;
  return (
    <DataListItem className="attribute">
      <DataListKey className="attribute__name">
        <bdi>{label}</bdi>
      </DataListKey>
      <DataListValue className="attribute__value" notranslate>
        {shown ? <Value value={value} /> : <Mask />}
      </DataListValue>
      <DataListActions className="attribute__actions">
        {masked && (
          <Button
            appearance="subtle-button"
            aria-label={texts.actionOn(toggle, label)}
            title={toggle}
            icon={<EyeIcon open={!asked} />}
            onClick={() => setAsked(!asked)}
          >
            <span className="button-text">{toggle}</span>
          </Button>
        )}
        <CopyButton label={label} value={value} />
      </DataListActions>
    </DataListItem>
  );
}

/** A value from outside is kept apart in direction too, so that it can't rearrange what stands around it. */
function Value({ value }: { value: string }) {
  const { texts } = useLanguage();
  return value === '' ? <span className="attribute__empty">{texts.emptyValue}</span> : <bdi>{value}</bdi>;
}

/** As long for every value, so that it does not tell the length. */
function Mask() {
  const { texts } = useLanguage();
  return (
    <>
      <span aria-hidden="true">••••••••</span>
      <span className="visually-hidden">{texts.hidden}</span>
    </>
  );
}
