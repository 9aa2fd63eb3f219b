/** Ties the softphone to the telephone network of the demonstration. */
export function connect(softphone) {
  const calls = new EventSource('/demo/calls');
  calls.onmessage = ({ data }) => {
    const { ring, end, forget } = JSON.parse(data);
    if (forget) softphone.set([], '');
    const known = softphone.contacts.some(({ contactId }) => contactId === (ring?.contactId ?? end));
    if (ring && !known) softphone.ring(ring);
    else if (end && known) hangUp(softphone, end);
  };
  document.addEventListener('contacts', ({ detail }) => {
    const states = Object.fromEntries(detail.map(({ contactId, state }) => [contactId, state]));
    fetch('/demo/softphone', { method: 'POST', body: JSON.stringify(states) });
  });
}

/** A caller who hangs up before the answer is gone; one who was answered leaves after-call work behind. */
function hangUp(softphone, contactId) {
  const { state } = softphone.contacts.find((contact) => contact.contactId === contactId);
  if (state === 'connected') softphone.end(contactId);
  else if (state === 'connecting') softphone.clear(contactId);
}
