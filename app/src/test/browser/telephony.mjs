import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';

const PUBLIC = process.env.TELEPHONY_PUBLIC_URL;
const INTERNAL = process.env.TELEPHONY_INTERNAL_URL;
const CONTROL = process.env.TELEPHONY_CONTROL_URL;
const LINK_SECRET = process.env.TELEPHONY_LINK_SECRET;

export const ATTRIBUTES = {
  bsn: '123456782',
  fullname: 'Willeke Liselotte de Bruijn-van den Heuvel',
  dateOfBirth: '1980-02-29',
  email: 'willeke.debruijn@example.nl',
  address: 'Keizersgracht 117\n1015 CJ Amsterdam',
};

/** One resident's way through the running server: as the core, the auth plugin and the telephony side see it. */
export class Call {
  id = randomUUID();
  token;
  #start;

  /** A resident who chose to call. */
  static async started(purpose = 'report_move') {
    const call = new Call();
    call.#start = await json(post(`${INTERNAL}/start_communication`, { purpose }));
    return call;
  }

  /** A resident who logged in three minutes ago, and then called. */
  static async verified({ purpose, ...result } = {}) {
    const call = await Call.started(purpose);
    await call.logsIn(result);
    return call.linked();
  }

  /** The auth plugin posts its result. */
  async logsIn({ status = 'succes', attributes = ATTRIBUTES, secondsAgo = 180, sessionUrl = null } = {}) {
    const token = await json(post(`${CONTROL}/token`, { status, attributes, secondsAgo, sessionUrl }));
    const path = new URL(this.#start.attr_url).pathname;
    const answer = await fetch(INTERNAL + path, { method: 'POST', body: token.compact });
    assert.equal(answer.status, 200);
  }

  /** The caller keys in the code. */
  async linked() {
    const dtmf = this.#start.client_url.split(',').at(-1);
    const link = post(`${PUBLIC}/link_phone`, { dtmf, sessionid: this.id }, { Authorization: `Bearer ${LINK_SECRET}` });
    this.token = (await json(link)).release_token;
    return this;
  }

  /** Another agent's page ends the session. */
  async ends() {
    const answer = await post(`${PUBLIC}/session_info/${this.id}/logout`, {}, { Authorization: `Bearer ${this.token}` });
    assert.equal(answer.status, 204);
  }

  /** The address of the attribute page for this call. */
  get address() {
    return `${PUBLIC}/attribute-ui/?session=${this.id}${this.token ? `#token=${this.token}` : ''}`;
  }
}

/** The server itself. */
export const server = {
  stop: () => post(`${CONTROL}/stop`, {}).then(fine),
  start: () => post(`${CONTROL}/start`, {}).then(fine),
};

function post(address, body, headers = {}) {
  const json = { 'Content-Type': 'application/json' };
  return fetch(address, { method: 'POST', body: JSON.stringify(body), headers: { ...json, ...headers } });
}

async function json(answering) {
  const answer = fine(await answering);
  return answer.json();
}

function fine(answer) {
  assert.ok(answer.ok, `${answer.url} answered ${answer.status}`);
  return answer;
}
