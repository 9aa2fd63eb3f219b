/** What the agent sees of the softphone. */

const STATES = { connecting: 'Inkomend gesprek', connected: 'In gesprek', ended: 'Nawerk', missed: 'Gemist' };

export function draw(softphone) {
  const { contacts, viewed } = softphone;
  const busy = contacts.find(({ state }) => state === 'connected');
  const state = busy ? 'In gesprek' : contacts.length ? 'Bezet' : 'Beschikbaar';
  byId('agent-state').textContent = state;
  byId('agent-state').classList.toggle('is-free', contacts.length === 0);
  byId('log-out').onclick = () => softphone.logOut();
  byId('tabs').replaceChildren(...(contacts.length > 1 ? contacts.map((one) => tab(softphone, one)) : []));
  const shown = contacts.find(({ contactId }) => contactId === viewed);
  byId('main').replaceChildren(...(shown ? call(softphone, shown) : [made('p', 'idle', 'Wachten op een gesprek…')]));
}

export function drawLogin(logIn) {
  byId('agent-state').textContent = 'Amazon Connect';
  const button = action('Inloggen', 'answer', logIn);
  button.id = 'log-in';
  byId('main').replaceChildren(made('p', 'idle', 'Log in om gesprekken aan te nemen.'), button);
}

function tab(softphone, { contactId, number, type }) {
  const button = made('button', contactId === softphone.viewed ? 'tab is-viewed' : 'tab', number ?? type ?? contactId);
  button.type = 'button';
  button.onclick = () => softphone.view(contactId);
  return button;
}

function call(softphone, contact) {
  const { contactId, state, hold, number } = contact;
  const face = made('div', `face is-${hold ? 'hold' : state}`, '☎');
  const actions = made('div', 'actions');
  actions.append(...actionsOf(softphone, contactId, state, hold));
  return [face, made('p', 'state', hold ? 'In de wacht' : STATES[state]), made('p', 'number', number ?? ''), actions];
}

function actionsOf(softphone, id, state, hold) {
  switch (state) {
    case 'connecting':
      return [
        action('Opnemen', 'answer', () => softphone.answer(id)),
        action('Weigeren', 'end', () => softphone.clear(id)),
      ];
    case 'connected':
      return [
        action(hold ? 'Hervatten' : 'In de wacht', 'hold', () => softphone.hold(id, !hold)),
        action('Ophangen', 'end', () => softphone.end(id)),
      ];
    default:
      return [action('Contact afsluiten', 'clear', () => softphone.clear(id))];
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
