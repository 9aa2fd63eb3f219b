/** What the server tells of a session, as `GET /session_info/{id}` gives it. */
export interface SessionInfo {
  readonly purpose: string;
  readonly authResult: AuthResult | undefined;
  readonly linkedAt: Date;
  readonly logoutAvailable: boolean;
}

export interface AuthResult {
  readonly succeeded: boolean;
  /** In the server's order; empty after a failed login. */
  readonly attributes: readonly (readonly [name: string, value: string])[];
  /** The time that the auth plugin put into its token; it may leave it out. */
  readonly authenticatedAt: Date | undefined;
}

/**
 * Whether the login came after the call was linked: then the caller handed over a code before anybody had logged in,
 * and somebody else may have been led to log in for this caller.
 */
export function cameLate({ authenticatedAt }: AuthResult, linkedAt: Date): boolean {
  return authenticatedAt !== undefined && authenticatedAt > linkedAt;
}

/** @throws TypeError if it is no session in the server's form */
export function parseSessionInfo(json: unknown): SessionInfo {
  const { purpose, auth_result, linked_at, logout_available } = record(json);
  if (typeof purpose !== 'string') throw new TypeError('A session without a purpose');
  return {
    purpose,
    authResult: auth_result == null ? undefined : parseAuthResult(record(auth_result)),
    linkedAt: date(linked_at),
    logoutAvailable: logout_available === true,
  };
}

function parseAuthResult({ status, attributes, authenticated_at }: Record<string, unknown>): AuthResult {
  return {
    succeeded: status === 'succes',
    attributes: Object.entries(record(attributes ?? {})).map(([name, value]) => [name, String(value)] as const),
    authenticatedAt: authenticated_at == null ? undefined : date(authenticated_at),
  };
}

function record(json: unknown): Record<string, unknown> {
  if (typeof json !== 'object' || json === null) throw new TypeError('Not an object');
  return json as Record<string, unknown>;
}

/** No guess for a time that can't be read: the warning of a late login hangs on it. */
function date(json: unknown): Date {
  const time = typeof json === 'string' ? Date.parse(json) : Number.NaN;
  if (Number.isNaN(time)) throw new TypeError('Not a time');
  return new Date(time);
}
