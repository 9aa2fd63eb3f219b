import type { Contact } from './contact';

/**
 * The address of the attribute page for a caller. The token stands in the fragment, which no browser sends to a server.
 * Without a token the page says that the caller is not identified.
 */
export function attributePageOf({ sessionId, token }: Contact, attributeUi: string): string {
  const page = `${attributeUi}?session=${encodeURIComponent(sessionId)}`;
  return token === null ? page : `${page}#token=${encodeURIComponent(token)}`;
}
