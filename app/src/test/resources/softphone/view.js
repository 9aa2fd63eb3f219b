/** What the agent sees of the softphone. */

const NL = {
  free: 'Beschikbaar',
  busy: 'Bezet',
  idle: 'Wachten op een gesprek…',
  logIn: 'Inloggen',
  logInFirst: 'Log in om gesprekken aan te nemen.',
  logOut: 'Uitloggen',
  answer: 'Opnemen',
  refuse: 'Weigeren',
  hold: 'In de wacht',
  resume: 'Hervatten',
  hangUp: 'Ophangen',
  clear: 'Contact afsluiten',
  states: { connecting: 'Inkomend gesprek', connected: 'In gesprek', ended: 'Nawerk', missed: 'Gemist', error: 'Mislukt' },
};
const EN = {
  free: 'Available',
  busy: 'Busy',
  idle: 'Waiting for a call…',
  logIn: 'Log in',
  logInFirst: 'Log in to take calls.',
  logOut: 'Log out',
  answer: 'Accept',
  refuse: 'Reject',
  hold: 'On hold',
  resume: 'Resume',
  hangUp: 'End call',
  clear: 'Close contact',
  states: { connecting: 'Incoming call', connected: 'Connected', ended: 'After-call work', missed: 'Missed', error: 'Failed' },
};
const TEXTS = navigator.languages.find((tag) => /^(nl|en)/.test(tag))?.startsWith('en') ? EN : NL;
/** Without the selector browsers may draw it in colours. */
const HANDSET = '☎\uFE0E';

export function draw(softphone) {
  const { contacts, viewed } = softphone;
  const busy = contacts.find(({ state }) => state === 'connected');
  const state = busy ? TEXTS.states.connected : contacts.length ? TEXTS.busy : TEXTS.free;
  byId('agent-state').textContent = state;
  byId('agent-state').classList.toggle('is-free', contacts.length === 0);
  byId('log-out').textContent = TEXTS.logOut;
  byId('log-out').onclick = () => softphone.logOut();
  byId('tabs').replaceChildren(...(contacts.length > 1 ? contacts.map((one) => tab(softphone, one)) : []));
  const shown = contacts.find(({ contactId }) => contactId === viewed);
  byId('main').replaceChildren(...(shown ? call(softphone, shown) : [made('p', 'idle', TEXTS.idle)]));
}

export function drawLogin(logIn) {
  byId('agent-state').textContent = 'Amazon Connect';
  const button = action(TEXTS.logIn, 'answer', logIn);
  button.id = 'log-in';
  byId('main').replaceChildren(made('p', 'idle', TEXTS.logInFirst), button);
}

function tab(softphone, { contactId, number, type }) {
  const button = made('button', contactId === softphone.viewed ? 'tab is-viewed' : 'tab', number ?? type ?? contactId);
  button.type = 'button';
  button.onclick = () => softphone.view(contactId);
  return button;
}

function call(softphone, contact) {
  const { contactId, state, hold, number } = contact;
  const face = made('div', `face is-${hold ? 'hold' : state}`, HANDSET);
  const actions = made('div', 'actions');
  actions.append(...actionsOf(softphone, contactId, state, hold));
  return [face, made('p', 'state', hold ? TEXTS.hold : TEXTS.states[state]), made('p', 'number', number ?? ''), actions];
}

function actionsOf(softphone, id, state, hold) {
  switch (state) {
    case 'connecting':
      return [
        action(TEXTS.answer, 'answer', () => softphone.answer(id)),
        action(TEXTS.refuse, 'end', () => softphone.clear(id)),
      ];
    case 'connected':
      return [
        action(hold ? TEXTS.resume : TEXTS.hold, 'hold', () => softphone.hold(id, !hold)),
        action(TEXTS.hangUp, 'end', () => softphone.end(id)),
      ];
    default:
      return [action(TEXTS.clear, 'clear', () => softphone.clear(id))];
  }
}

function action(text, kind, onClick) {
  const button = made('button', `action action-${kind}`, text);
  button.type = 'button';
  button.onclick = onClick;
  return button;
}

function made(tag, className, text = '') {
  return Object.assign(document.createElement(tag), { className, textContent: text });
}

function byId(id) {
  return document.getElementById(id);
}
