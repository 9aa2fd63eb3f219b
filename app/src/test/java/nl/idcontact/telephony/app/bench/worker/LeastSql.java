package nl.idcontact.telephony.app.bench.worker;

/** What the server asks of the database, for one key and positional parameters. Times: now, idle since, oldest start. */
final class LeastSql {
    private static final String LIVE = "(s.last_activity > ? AND s.started_at > ?)";

    static final String START = """
            INSERT INTO telephony_session AS s (session, code, purpose, started_at, last_activity)
            SELECT ?, ?, ?, ?, ?
             WHERE NOT EXISTS (SELECT FROM telephony_session s WHERE s.code = ? AND %1$s)
            ON CONFLICT (code) DO UPDATE
               SET session = excluded.session, purpose = excluded.purpose, started_at = excluded.started_at,
                   last_activity = excluded.last_activity, token = NULL, sealed = NULL, call = NULL, linked_at = NULL
             WHERE NOT %1$s
            """.formatted(LIVE);

    static final String RESULT = """
            UPDATE telephony_session s SET token = ?, sealed = ?, last_activity = ?
             WHERE s.session = ? AND s.token IS NULL AND %s
            RETURNING s.session
            """.formatted(LIVE);

    static final String LINK = """
            UPDATE telephony_session s
               SET call = COALESCE(s.call, ?), linked_at = COALESCE(s.linked_at, ?), relinked = s.call IS NOT NULL,
                   last_activity = ?
             WHERE s.code = ? AND (s.call IS NULL OR s.call = ?)
               AND NOT EXISTS (SELECT FROM telephony_attempt a WHERE a.call = ? AND a.misses >= 3 AND a.last_miss > ?)
               AND %s
            RETURNING s.session, s.purpose
            """.formatted(LIVE);

    static final String READ = """
            SELECT s.session, s.purpose, s.sealed, s.linked_at FROM telephony_session s WHERE s.call = ? AND %s
            """.formatted(LIVE);

    private static final String TELLING = ", pg_notify('telephony', encode(s.session, 'hex'))";

    private LeastSql() {}

    /** The same write, which tells all who listen. */
    static String telling(String write) {
        return write.stripTrailing() + TELLING;
    }
}
