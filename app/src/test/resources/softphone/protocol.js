/**
 * The side of the softphone in the protocol that amazon-connect-streams speaks with the page in its frame, as far as
 * a page can observe it. Messages are `{event, data}`; the library accepts them from the frame's own window only.
 */

const QUIET = new Set(['log', 'server_bound_internal_log', 'client_metric']);

export class Protocol {
  #agent;
  #open = false;

  /** @param answer what is done on a request of the page: `(method, params) => void` */
  constructor(agent, answer) {
    this.#agent = agent;
    addEventListener('message', ({ source, data }) => {
      if (this.#open && source === parent && typeof data?.event === 'string') this.#receive(data, answer);
    });
  }

  /** Says that an agent is logged in; from then on the library asks every second whether that is still so. */
  open() {
    this.#open = true;
    this.send('acknowledge', { id: crypto.randomUUID() });
  }

  /** After a logout nobody answers any more until the page is loaded anew. */
  close() {
    this.send('terminated');
    this.#open = false;
  }

  send(event, data) {
    parent.postMessage(data === undefined ? { event } : { event, data }, '*');
  }

  /** Every snapshot holds all contacts: one that is left out is gone. */
  snapshot(contacts) {
    const busy = contacts.some(({ state }) => state === 'connected');
    this.send('agent::update', {
      configuration: this.#agent,
      snapshot: {
        state: { name: busy ? 'Busy' : 'Available', type: 'routable', timestamp: new Date() },
        nextState: null,
        contacts: contacts.map(asContactData),
        snapshotTimestamp: new Date(),
        localTimestamp: Date.now(),
        skew: 0,
      },
    });
  }

  view(contactId) {
    this.send('contact::view', { contactId });
  }

  #receive({ event, data, requestId, method, params }, answer) {
    if (event === 'synchronize') this.send('acknowledge');
    // What one page broadcasts, every page of the agent hears, itself included.
    else if (event === 'broadcast' && !QUIET.has(data.event)) this.send(data.event, data.data);
    else if (event === 'api_request') {
      const request = data ?? { requestId, method, params };
      answer(request.method, request.params ?? {});
      const response = { event: 'api_response', requestId: request.requestId, data: {}, err: null };
      this.send('api_response', response);
    }
  }
}

function asContactData({ contactId, initialContactId, type, state, hold, attributes, number, since }) {
  const connected = state === 'connected';
  const caller = state === 'ended' ? 'disconnected' : hold ? 'hold' : 'connected';
  const named = attributes && Object.entries(attributes).map(([name, value]) => [name, { name, value }]);
  return {
    contactId,
    initialContactId: initialContactId ?? null,
    type: type ?? 'voice',
    state: { type: state, timestamp: new Date(since) },
    attributes: named ? Object.fromEntries(named) : attributes,
    initiationMethod: 'inbound',
    queue: { name: 'Burgerzaken', queueARN: 'arn:aws:connect:eu-central-1:000000000000:instance/0/queue/0', queueId: '0' },
    queueTimestamp: new Date(since),
    contactDuration: 0,
    segmentAttributes: {},
    connections: [
      connection(`${contactId}-caller`, 'inbound', true, caller, number),
      connection(`${contactId}-agent`, 'agent', false, connected ? 'connected' : 'connecting'),
    ],
  };
}

function connection(connectionId, type, initial, state, phoneNumber) {
  return {
    connectionId,
    type,
    initial,
    state: { type: state, timestamp: new Date() },
    endpoint: { type: 'phone_number', phoneNumber: phoneNumber ?? '+31612345678' },
    softphoneMediaInfo: { autoAccept: false, callType: 'audio_only' },
  };
}
