package nl.idcontact.telephony.postgres;

/**
 * All SQL of the store. Each write is one statement that holds its own conditions; time comes in as a parameter:
 *
 * <ul>
 *   <li>{@code :now}, the time of the step;
 *   <li>{@code :idle_since}, one ttl before it: a session without activity since then is gone;
 *   <li>{@code :oldest_start}, one maximal age before it: a session that started then is gone;
 *   <li>{@code :minute_ago}.
 * </ul>
 *
 * {@code {live}} stands for the two conditions on a session {@code s} that is not gone, a name in brackets for all fingerprints
 * of a value ({@link KeyedSql}).
 */
final class SessionSql {
    /** What {@link SessionRows} reads. */
    private static final String SESSION =
            "s.session, s.ctid, s.xmin, s.purpose, s.sealed, s.linked_at, s.started_at, s.last_activity";

    private static final String WITHIN_LIMIT = """
            AND :per_minute > (SELECT count(*) FROM telephony_wrong_code m WHERE m.missed_at > :minute_ago)
            """;

    /** One row, or none if a live session has the code. An expired one gives up its row. */
    static final KeyedSql CREATE = create("""
            SELECT :session, :code, :purpose, :now, :now, :token, :sealed
             {{WHERE NOT EXISTS (SELECT FROM telephony_session s WHERE s.code IN ([codes]) AND {live})}}
            """);

    /** The same for several that have one fingerprint each: the names of those that were created. */
    static final String CREATE_ALL = create("""
            SELECT w.session, w.code, w.purpose, :now, :now, w.token, w.sealed
              FROM unnest(:sessions, :codes, :purposes, :tokens, :sealed)
                AS w (session, code, purpose, token, sealed)
            """).ofOne() + "RETURNING s.session";

    /** One row if the result is stored. */
    static final String RECEIVE = live("""
            UPDATE telephony_session s
               SET token = :token, sealed = :sealed, last_activity = :now
             WHERE s.session = :session AND s.token IS NULL AND {live}
            """);

    /** The same for several: the names of the sessions that have one now. */
    static final String RECEIVE_ALL = live("""
            UPDATE telephony_session s
               SET token = (:tokens)[array_position(:sessions, s.session)],
                   sealed = (:sealed)[array_position(:sessions, s.session)], last_activity = :now
             WHERE s.session = ANY (:sessions) AND s.token IS NULL AND {live}
            RETURNING s.session
            """);

    /** Whether the result that a live session has came in the same token; it never changes, so this may be asked later. */
    static final KeyedSql SAME_TOKEN = keyed("""
            SELECT s.session, s.token IN ([tokens]) AS same
              FROM telephony_session s
             WHERE s.session IN ([sessions]) AND s.token IS NOT NULL AND {live}
            """);

    /**
     * One row if the call has the session; a violated unique constraint if it has another one. A call's misses stand in one
     * row, under whichever key: who counts takes over what stands under others.
     */
    static final KeyedSql LINK = linkOne("");

    /** The same, while there is a limit to the wrong codes of a minute. */
    static final KeyedSql LINK_WITHIN_LIMIT = linkOne(WITHIN_LIMIT);

    /** The same for several calls that have one fingerprint each. */
    static final String LINK_ALL = linkAll("");

    static final String LINK_ALL_WITHIN_LIMIT = linkAll(WITHIN_LIMIT);

    /** Takes an expired session, purged or not, out of the way of a call. */
    static final KeyedSql FREE_CALL = keyed("DELETE FROM telephony_session s WHERE s.call IN ([calls]) AND NOT {live}");

    /** Makes transactions that hold one of these keys wait for each other; the keys in order, against deadlock. */
    static final String LOCK = "SELECT pg_advisory_xact_lock(key) FROM unnest(:keys) AS key";

    /** The same for all that count wrong codes; two numbers, which are never mistaken for one key. */
    static final String LOCK_MINUTE = "SELECT pg_advisory_xact_lock(1768121448, 60)";

    /** The misses of a call, while they are not forgotten. */
    static final KeyedSql MISSES = keyed("""
            SELECT sum(a.misses) AS misses
              FROM telephony_attempt a
             WHERE a.call IN ([calls])
            HAVING max(a.last_miss) > :idle_since
            """);

    /** The oldest wrong code that must grow a minute old before one more is borne. */
    static final String BLOCKING_MISS = """
            SELECT w.missed_at
              FROM telephony_wrong_code w
             WHERE w.missed_at > :minute_ago
             ORDER BY w.missed_at DESC
            OFFSET :per_minute - 1 LIMIT 1
            """;

    static final String COUNT_FOR_MINUTE = "INSERT INTO telephony_wrong_code (missed_at) VALUES (:now)";

    static final String COUNT_FOR_CALL = """
            INSERT INTO telephony_attempt (call, misses, last_miss) VALUES (:call, :misses, :now)
            ON CONFLICT (call) DO UPDATE SET misses = excluded.misses, last_miss = excluded.last_miss
            """;

    /** What was counted under another key is part of the count under the current one from now on. */
    static final KeyedSql DROP_OLD_COUNTS =
            keyed("DELETE FROM telephony_attempt a WHERE a.call IN ([calls]) AND a.call <> :call");

    static final KeyedSql FIND = find("IN ([calls])");

    /** The same for several calls that have one fingerprint each. */
    static final String FIND_ALL = find("= ANY (:calls)").ofOne();

    static final String TOUCH = live("""
            UPDATE telephony_session s
               SET last_activity = :now,
                   feedback_due = s.sealed IS NOT NULL AND COALESCE(s.feedback_at <= :minute_ago, true),
                   feedback_at = CASE WHEN s.sealed IS NULL OR s.feedback_at > :minute_ago THEN s.feedback_at ELSE :now END
             WHERE s.session = :session AND {live}
            RETURNING s.feedback_due
            """);

    static final String END =
            live("DELETE FROM telephony_session s WHERE s.session = :session AND {live} RETURNING s.sealed");

    /**
     * A session that is gone comes back with nothing but its number. Those that are where they were are not looked for: a
     * quarter of the work of finding each by its name. As a value, since a planner may put off what stands in EXISTS.
     */
    static final String CHANGED = live("""
            SELECT w.number, {session}
              FROM unnest(:sessions, :places, :transactions)
                   WITH ORDINALITY AS w (session, place, transaction, number)
              LEFT JOIN telephony_session s ON s.session = w.session AND s.linked_at IS NOT NULL AND {live}
             WHERE (SELECT true FROM telephony_session s
                     WHERE s.ctid = w.place AND s.xmin = w.transaction AND s.session = w.session AND {live}) IS NULL
            """.replace("{session}", SESSION));

    /**
     * Expired sessions, the oldest first; what another instance is removing is left to it. Locked rows stay where they are, so
     * they are found again by their place, without an index.
     */
    static final String PURGE = live("""
            WITH removed AS (
              DELETE FROM telephony_session
               WHERE ctid = ANY (ARRAY(
                       SELECT s.ctid
                         FROM telephony_session s
                        WHERE s.started_at BETWEEN :from AND :youngest_expired AND NOT {live}
                        ORDER BY s.started_at
                        LIMIT :limit
                          FOR UPDATE SKIP LOCKED))
              RETURNING started_at)
            SELECT count(*) AS sessions, COALESCE(max(started_at), :from) AS youngest FROM removed
            """);

    static final String PURGE_ATTEMPTS = """
            DELETE FROM telephony_attempt
             WHERE call = ANY (ARRAY(
                     SELECT a.call
                       FROM telephony_attempt a
                      WHERE a.last_miss <= :idle_since
                      LIMIT :limit
                        FOR UPDATE SKIP LOCKED))
            """;

    static final String PURGE_WRONG_CODES = "DELETE FROM telephony_wrong_code WHERE missed_at <= :long_ago";

    static final String OLDEST_START = "SELECT started_at FROM telephony_session ORDER BY started_at LIMIT 1";

    private SessionSql() {}

    private static KeyedSql create(String rows) {
        return keyed("""
                INSERT INTO telephony_session AS s
                  (session, code, purpose, started_at, last_activity, token, sealed)
                %s
                ON CONFLICT (code) DO UPDATE
                   SET session = excluded.session, purpose = excluded.purpose,
                       started_at = excluded.started_at, last_activity = excluded.last_activity,
                       token = excluded.token, sealed = excluded.sealed,
                       call = NULL, linked_at = NULL, relinked = false, feedback_at = NULL, feedback_due = false
                 WHERE NOT {live}
                """.formatted(rows));
    }

    private static KeyedSql linkOne(String limit) {
        return link("IN ([codes])", "IN ([calls])", ":call", limit);
    }

    private static String linkAll(String limit) {
        String call = "(:calls)[array_position(:codes, s.code)]";
        return link("= ANY (:codes)", "= " + call, call, limit).ofOne();
    }

    private static KeyedSql link(String isCode, String isCall, String call, String limit) {
        return keyed("""
                UPDATE telephony_session s
                   SET call = COALESCE(s.call, {call}), linked_at = COALESCE(s.linked_at, :now),
                       relinked = s.call IS NOT NULL, last_activity = :now
                 WHERE s.code {is_code}
                   AND (s.call IS NULL OR s.call {is_call})
                   AND NOT EXISTS (SELECT FROM telephony_attempt a
                                    WHERE a.call {is_call} AND a.misses >= :per_call AND a.last_miss > :idle_since)
                   AND {live}
                   {{AND NOT EXISTS (SELECT FROM telephony_session o
                                      WHERE o.call {is_call} AND o.session <> s.session
                                        AND o.last_activity > :idle_since AND o.started_at > :oldest_start)}}
                   {limit}
                RETURNING s.code, s.call, s.session, s.purpose, s.started_at, s.relinked
                """.replace("{is_code}", isCode)
                .replace("{is_call}", isCall)
                .replace("{call}", call)
                .replace("{limit}", limit));
    }

    private static KeyedSql find(String isCall) {
        return keyed("""
                SELECT s.call, %s
                  FROM telephony_session s
                 WHERE s.call %s AND {live}
                """.formatted(SESSION, isCall));
    }

    private static KeyedSql keyed(String sql) {
        return new KeyedSql(live(sql));
    }

    private static String live(String sql) {
        return sql.replace("{live}", "(s.last_activity > :idle_since AND s.started_at > :oldest_start)");
    }
}
