package nl.idcontact.telephony.app.bench.worker;

import java.security.MessageDigest;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.concurrent.ThreadLocalRandom;
import nl.idcontact.telephony.app.bench.worker.Latencies.Step;

/**
 * The least work that gives the server's guarantees: one private-key operation, in native code where there is any; four
 * statements; nothing readable in the database; codes, calls and release tokens checked alike.
 */
final class LeastFlows implements Flows {
    private final Connections connections;
    private final Tokens tokens;
    private final OriginalFlows.Opening opening;
    private final String resultSql;
    private final String linkSql;

    /** @param telling whether every change is told by {@code NOTIFY} */
    LeastFlows(WorkerSettings settings, OriginalFlows.Opening opening, boolean telling) throws Exception {
        this.connections = new Connections(settings);
        this.tokens = settings.tokens();
        this.opening = opening;
        this.resultSql = telling ? LeastSql.telling(LeastSql.RESULT) : LeastSql.RESULT;
        this.linkSql = telling ? LeastSql.telling(LeastSql.LINK) : LeastSql.LINK;
    }

    @Override
    public Caller caller() throws Exception {
        return new OneCaller(opening.make(), new LeastSecrecy());
    }

    private final class OneCaller implements Caller {
        private final TokenOpening own;
        private final LeastSecrecy secrecy;

        OneCaller(TokenOpening own, LeastSecrecy secrecy) {
            this.own = own;
            this.secrecy = secrecy;
        }

        @Override
        public void flow(Latencies latencies) throws Exception {
            String dtmf = Codes.digits(ThreadLocalRandom.current());
            String resultCode = Codes.text(ThreadLocalRandom.current(), 32);
            String call = Codes.text(ThreadLocalRandom.current(), 36);
            long time = System.nanoTime();
            while (!start(dtmf, resultCode)) {
                dtmf = Codes.digits(ThreadLocalRandom.current());
            }
            time = latencies.took(Step.START, time);
            result(resultCode, tokens.any());
            time = latencies.took(Step.RESULT, time);
            byte[] releaseToken = link(dtmf, call);
            time = latencies.took(Step.LINK, time);
            read(call, releaseToken);
            latencies.took(Step.INFO, time);
        }

        /** Whether the code was free. */
        private boolean start(String dtmf, String resultCode) throws Exception {
            byte[] session = secrecy.hash(resultCode);
            byte[] code = secrecy.hash(dtmf);
            return connections.with(LeastSql.START, statement -> {
                new Parameters(statement)
                        .bytes(session)
                        .bytes(code)
                        .text(HttpFlows.PURPOSE)
                        .now()
                        .now()
                        .bytes(code)
                        .live()
                        .live();
                return statement.executeUpdate() == 1;
            });
        }

        private void result(String resultCode, String token) throws Exception {
            byte[] session = secrecy.hash(resultCode);
            byte[] sealed = secrecy.seal(own.open(token), session);
            byte[] name = secrecy.hash(token);
            connections.with(resultSql, statement -> {
                new Parameters(statement)
                        .bytes(name)
                        .bytes(sealed)
                        .now()
                        .bytes(session)
                        .live();
                return session(statement);
            });
        }

        private byte[] link(String dtmf, String callId) throws Exception {
            byte[] code = secrecy.hash(dtmf);
            byte[] call = secrecy.hash(callId);
            byte[] session = connections.with(linkSql, statement -> {
                new Parameters(statement)
                        .bytes(call)
                        .now()
                        .now()
                        .bytes(code)
                        .bytes(call)
                        .bytes(call)
                        .now()
                        .live();
                return session(statement);
            });
            return secrecy.releaseToken(session, callId);
        }

        private void read(String callId, byte[] releaseToken) throws Exception {
            byte[] call = secrecy.hash(callId);
            byte[][] row = connections.with(LeastSql.READ, statement -> {
                new Parameters(statement).bytes(call).live();
                try (ResultSet found = statement.executeQuery()) {
                    found.next();
                    return new byte[][] {found.getBytes("session"), found.getBytes("sealed")};
                }
            });
            if (!MessageDigest.isEqual(releaseToken, secrecy.releaseToken(row[0], callId))) {
                throw new IllegalStateException("Another's token");
            }
            secrecy.open(row[1], row[0]);
        }

        private static byte[] session(PreparedStatement statement) throws Exception {
            try (ResultSet row = statement.executeQuery()) {
                if (!row.next()) {
                    throw new IllegalStateException("Not written");
                }
                return row.getBytes(1);
            }
        }
    }

    /** Puts one parameter after the other. */
    private static final class Parameters {
        private final PreparedStatement statement;
        private final OffsetDateTime now = OffsetDateTime.now(ZoneOffset.UTC);
        private int last;

        Parameters(PreparedStatement statement) {
            this.statement = statement;
        }

        Parameters bytes(byte[] value) throws Exception {
            statement.setBytes(++last, value);
            return this;
        }

        Parameters text(String value) throws Exception {
            statement.setString(++last, value);
            return this;
        }

        Parameters now() throws Exception {
            statement.setObject(++last, now);
            return this;
        }

        Parameters live() throws Exception {
            statement.setObject(++last, now.minus(Duration.ofHours(1)));
            statement.setObject(++last, now.minus(Duration.ofHours(12)));
            return this;
        }
    }
}
