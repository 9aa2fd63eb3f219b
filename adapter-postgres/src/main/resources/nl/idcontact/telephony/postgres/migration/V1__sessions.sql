-- Whoever reads these tables, and nothing else, learns no code, no phone session id and no attribute: codes, ids and tokens
-- are keyed hashes, results are encrypted.

CREATE TABLE telephony_session (
  session       bytea       NOT NULL,
  code          bytea       NOT NULL,
  purpose       text        NOT NULL,
  started_at    timestamptz NOT NULL,
  last_activity timestamptz NOT NULL,
  linked_at     timestamptz,
  feedback_at   timestamptz,
  relinked      boolean     NOT NULL DEFAULT false,
  feedback_due  boolean     NOT NULL DEFAULT false,
  call          bytea,
  token         bytea,
  sealed        bytea,
  CONSTRAINT telephony_session_pkey PRIMARY KEY (session),
  CONSTRAINT telephony_session_code_key UNIQUE (code),
  CONSTRAINT telephony_session_call_key UNIQUE (call),
  CONSTRAINT telephony_session_linked_check CHECK ((call IS NULL) = (linked_at IS NULL)),
  CONSTRAINT telephony_session_result_check CHECK ((token IS NULL) = (sealed IS NULL))
);

-- The last activity has no index, so that renewing it stays on its page (a heap-only update). The purge goes by the start,
-- which never changes.
CREATE INDEX telephony_session_started_at_idx ON telephony_session (started_at);

-- Cipher text does not compress; do not try.
ALTER TABLE telephony_session ALTER COLUMN sealed SET STORAGE EXTERNAL;

COMMENT ON TABLE telephony_session IS 'One row a session; expired ones are removed by the server';
COMMENT ON COLUMN telephony_session.session IS 'Keyed hash of the result code; names the session';
COMMENT ON COLUMN telephony_session.code IS 'Keyed hash of the DTMF code';
COMMENT ON COLUMN telephony_session.linked_at IS 'When the code was first keyed in';
COMMENT ON COLUMN telephony_session.feedback_at IS 'When the auth plugin was last due to hear of activity';
COMMENT ON COLUMN telephony_session.relinked IS 'Whether the last link was a repeat of an earlier one';
COMMENT ON COLUMN telephony_session.feedback_due IS 'Whether the last activity made feedback due';
COMMENT ON COLUMN telephony_session.call IS 'Keyed hash of the phone session id that keyed in the code';
COMMENT ON COLUMN telephony_session.token IS 'Keyed hash of the token that the auth result came in';
COMMENT ON COLUMN telephony_session.sealed IS 'The auth result, encrypted and bound to this row';

CREATE TABLE telephony_attempt (
  call      bytea       NOT NULL,
  misses    integer     NOT NULL,
  last_miss timestamptz NOT NULL,
  CONSTRAINT telephony_attempt_pkey PRIMARY KEY (call)
);

CREATE INDEX telephony_attempt_last_miss_idx ON telephony_attempt (last_miss);

COMMENT ON TABLE telephony_attempt IS 'Wrong codes of one phone session id, forgotten some time after the last';

CREATE TABLE telephony_wrong_code (
  missed_at timestamptz NOT NULL
);

CREATE INDEX telephony_wrong_code_missed_at_idx ON telephony_wrong_code (missed_at);

COMMENT ON TABLE telephony_wrong_code IS 'Wrong codes of all phone sessions in the last minute, while there is a limit to them';
