import { made } from './dom.js';
import { texts } from './texts.js';

const PACE_MS = 160;

/** The twelve steps as they light up, and the requests behind them. */
export class Story {
  #steps;
  #requests;
  #waiting = Promise.resolve();
  #telling = 0;

  constructor(steps, requests) {
    this.#steps = steps;
    this.#requests = requests;
    steps.append(
      ...texts.steps.map(([who, what], index) =>
        made('li', 'step', made('span', 'step-number', `${index + 1}`), made('span', 'step-who', who), made('span', 'step-what', what)),
      ),
    );
    this.clear();
  }

  clear() {
    this.#telling++;
    for (const step of this.#steps.children) step.classList.remove('is-done', 'is-latest');
    this.#requests.replaceChildren(made('li', 'nothing', texts.noRequests));
  }

  /**
   * One after the other, so that an eye can follow what a machine does at once.
   *
   * @param event `{kind, number, request?: {method, path, status, sent, received}}`; kind `wire` completes no step
   */
  happened({ kind, number, request }) {
    const telling = this.#telling;
    this.#waiting = this.#waiting.then(async () => {
      if (telling !== this.#telling) return;
      if (kind === 'step') this.#light(number);
      if (request) this.#show(number, request);
      await new Promise((resolve) => setTimeout(resolve, PACE_MS));
    });
  }

  #light(number) {
    for (const step of this.#steps.children) step.classList.remove('is-latest');
    this.#steps.children[number - 1].classList.add('is-done', 'is-latest');
  }

  #show(number, { method, path, status, sent, received }) {
    this.#requests.querySelector('.nothing')?.remove();
    const line = made(
      'li',
      'request',
      made('span', 'request-step', `${number}`),
      made('span', 'request-from', texts.steps[number - 1][0]),
      made('span', `request-method is-${method.toLowerCase()}`, method),
      made('span', 'request-path', path),
      made('span', 'request-body', sent),
      made('span', status < 400 ? 'request-status' : 'request-status is-refused', status === 0 ? '' : `${status}`),
      made('span', 'request-body', received),
    );
    this.#requests.append(line);
    this.#requests.scrollTop = this.#requests.scrollHeight;
  }
}
