import { byId } from './dom.js';
import { Phone } from './phone.js';
import { Story } from './story.js';
import { texts } from './texts.js';

for (const [id, text] of Object.entries({
  title: texts.title,
  subtitle: texts.subtitle,
  restart: texts.restart,
  'resident-title': texts.resident,
  'agent-title': texts.agent,
  'requests-title': texts.requests,
})) {
  byId(id).textContent = text;
}
document.title = texts.subtitle;

const story = new Story(byId('steps'), byId('requests'));
const phone = new Phone(byId('screen'), tell);
const { agentPage, purposes } = await (await fetch('/demo/settings.json')).json();

// Whatever was left by a page before this one: the story begins here.
await tell('restart');
byId('agent').title = texts.agent;
byId('agent').src = agentPage;
byId('agent-address').textContent = agentPage.replace(/^https?:\/\//, '');
byId('restart').onclick = restart;
phone.home(purposes);

const events = new EventSource('/demo/events');
events.onmessage = ({ data }) => {
  const event = JSON.parse(data);
  if (event.kind === 'step' || event.kind === 'wire') story.happened(event);
  else phone.happened(event);
};

/** Tells the server what the resident does. */
async function tell(what, details = {}) {
  const response = await fetch(`/demo/${what}`, { method: 'POST', body: JSON.stringify(details) });
  return response.status === 204 ? null : response.json();
}

async function restart() {
  await tell('restart');
  story.clear();
  phone.home(purposes);
}
