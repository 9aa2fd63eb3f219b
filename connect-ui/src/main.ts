import { Desk } from './desk';
import { byId } from './page/element';
import { languageOf, textsIn } from './page/language';
import { Panel } from './page/panel';
import { Splitter } from './page/splitter';
import { asSettings, loadSettings, type Settings } from './settings';
import type { Remedy } from './softphone/problem';
import { Softphone } from './softphone/softphone';
import './style.css';

const language = languageOf(navigator.languages);
const texts = textsIn(language);

document.documentElement.lang = language;
document.title = texts.title;
byId('page-title').textContent = texts.title;
byId('softphone').setAttribute('aria-label', texts.softphone);
byId('panel').setAttribute('aria-label', texts.caller);
byId('split').setAttribute('aria-label', texts.split);
new Splitter(byId('desk'), byId('split'));

loadSettings().then(open, () => {
  open(asSettings(null)).connection('no-settings');
});

function open(settings: Settings): Desk {
  let softphone: Softphone | null = null;
  const panel = new Panel(byId('panel-body'), byId('phase'), settings.attributeUi);
  const act = (remedy: Remedy): void => {
    if (remedy === 'retry') location.reload();
    else if (remedy === 'own-tab') softphone?.openInOwnTab();
    else softphone?.logIn();
  };
  const softphoneOrigin = settings.ccpUrl === null ? '' : new URL(settings.ccpUrl).origin;
  const desk = new Desk({ notice: byId('notice'), panel, texts, softphoneOrigin, act });
  guardAgainstReload(desk);
  const { ccpUrl } = settings;
  if (ccpUrl === null) desk.connection('no-address');
  else softphone = new Softphone(byId('softphone-frame'), { ...settings, ccpUrl }, desk);
  return desk;
}

/** Leaving the page cuts off the sound of a call, so the browser asks first. */
function guardAgainstReload(desk: Desk): void {
  window.addEventListener('beforeunload', (event) => {
    if (desk.callIsLive()) event.preventDefault();
  });
}
