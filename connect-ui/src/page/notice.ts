import { type Problem, REMEDIES, type Remedy } from '../softphone/problem';
import { element } from './element';
import type { Saying, Texts } from './texts';

/** Where the page and the softphone live, as the sentences name them. */
export interface Places {
  readonly page: string;
  readonly softphone: string;
}

/**
 * Says over the softphone what is wrong and what the agent can do. While a call is live the softphone stays in sight
 * below it, and starting afresh is announced as what it is.
 */
export function problemNotice(
  problem: Problem,
  texts: Texts,
  places: Places,
  callIsLive: boolean,
  act: (remedy: Remedy) => void,
): HTMLElement {
  const warned = callIsLive && REMEDIES[problem].includes('retry');
  const buttons = REMEDIES[problem].map((remedy, index) => {
    const restarts = callIsLive && remedy === 'retry';
    const button = element('button', index === 0 ? 'button button-first' : 'button');
    button.type = 'button';
    button.textContent = restarts ? texts.restart : texts.remedies[remedy];
    button.addEventListener('click', () => act(remedy));
    return button;
  });
  const card = sayingCard(texts.problems[problem], places);
  if (warned) card.append(element('p', 'warning', texts.restartWarning));
  const actions = element('div', 'actions');
  actions.append(...buttons);
  card.append(actions);
  return card;
}

/** A title and a sentence, with hints below them if there are any. */
export function sayingCard({ title, text, hints }: Saying, places?: Places): HTMLElement {
  const card = element('div', 'saying');
  card.append(element('h2', 'saying-title', title), element('p', 'saying-text', filledIn(text, places)));
  if (hints) {
    const list = element('ol', 'hints');
    list.append(...hints.map((hint) => element('li', 'hint', filledIn(hint, places))));
    card.append(list);
  }
  return card;
}

function filledIn(text: string, places?: Places): string {
  return text.replace('{page}', places?.page ?? '').replace('{softphone}', places?.softphone ?? '');
}
