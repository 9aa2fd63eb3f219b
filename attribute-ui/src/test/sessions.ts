/** Sessions as the server tells them. */
export const LINKED_AT = '2026-11-23T14:01:12.345678Z';

export const attributes = { bsn: '123456782', fullname: 'Willeke de Bruijn', email: 'willeke@example.nl' };

export const waiting = {
  purpose: 'report_move',
  auth_result: null,
  linked_at: LINKED_AT,
  logout_available: false,
};

export const verified = {
  ...waiting,
  auth_result: { status: 'succes', attributes, authenticated_at: '2026-11-23T13:58:00Z' },
};

export const late = {
  ...waiting,
  auth_result: { status: 'succes', attributes, authenticated_at: '2026-11-23T14:04:00Z' },
};

export const failed = {
  ...waiting,
  auth_result: { status: 'failed', authenticated_at: '2026-11-23T13:58:00Z' },
};
