package nl.idcontact.telephony.app.config;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;

/** The parameters of a database address: those of libpq are put into the PostgreSQL driver's words. */
final class DatabaseParameters {

    static final String USER = "user";
    static final String PASSWORD = "password";
    static final String SERVER_TYPE = "targetServerType";

    private static final String SESSION_ATTRIBUTES = "target_session_attrs";
    private static final String LOAD_BALANCE_HOSTS = "load_balance_hosts";

    /** PostgreSQL documentation, 32.1.2 "Parameter Key Words". */
    private static final Map<String, String> LIBPQ = Map.of(
            SESSION_ATTRIBUTES,
            SERVER_TYPE,
            "application_name",
            "ApplicationName",
            "connect_timeout",
            "connectTimeout",
            "channel_binding",
            "channelBinding",
            "gssencmode",
            "gssEncMode",
            "sslnegotiation",
            "sslNegotiation",
            "require_auth",
            "requireAuth");

    private static final Map<String, String> SERVER_TYPES = Map.of(
            "any", "any",
            "read-write", "primary",
            "primary", "primary",
            "read-only", "secondary",
            "standby", "secondary",
            "prefer-standby", "preferSecondary");

    /** Matters of how libpq, or the original's driver, keeps its sockets, without a counterpart in this driver. */
    private static final Set<String> WITHOUT_MEANING = Set.of(
            "keepalives",
            "keepalives_idle",
            "keepalives_interval",
            "keepalives_count",
            "keepalives_retries",
            "tcp_user_timeout");

    private static final Set<String> SSL_MODES =
            Set.of("disable", "allow", "prefer", "require", "verify-ca", "verify-full");

    /** Every parameter of the driver, but for those that would move the address elsewhere. */
    private static final Set<String> DRIVER = driverParameters();

    private DatabaseParameters() {}

    /** @throws Unacceptable if neither libpq nor the driver knows the name, or the value is none of the known ones */
    static void put(Map<String, String> parameters, String name, String value) throws Unacceptable {
        if (WITHOUT_MEANING.contains(name)) {
            return;
        }
        if (name.equals(SESSION_ATTRIBUTES)) {
            parameters.put(SERVER_TYPE, serverType(value));
        } else if (name.equals(LOAD_BALANCE_HOSTS)) {
            parameters.put("loadBalanceHosts", String.valueOf(value.equals("random")));
        } else if (name.equals("sslmode") && !SSL_MODES.contains(value)) {
            throw new Unacceptable(
                    "must have as sslmode one of disable, allow, prefer, require, verify-ca, verify-full");
        } else {
            parameters.put(driverName(name), value);
        }
    }

    private static String serverType(String value) throws Unacceptable {
        return Optional.ofNullable(SERVER_TYPES.get(value))
                .orElseThrow(
                        () -> new Unacceptable("must have as target_session_attrs one of any, read-write, read-only,"
                                + " primary, standby, prefer-standby"));
    }

    private static String driverName(String name) throws Unacceptable {
        String driverName = LIBPQ.getOrDefault(name, name);
        if (!DRIVER.contains(driverName)) {
            throw new Unacceptable("must have no other parameters than those of libpq or the JDBC driver;"
                    + " an & or ? in user or password is percent-encoded");
        }
        if (driverName.equals("sslpassword")) {
            throw new Unacceptable(
                    "must have no sslpassword; keep the client's key in a file that only the server reads");
        }
        return driverName;
    }

    private static Set<String> driverParameters() {
        String any = "jdbc:postgresql:";
        try {
            return Arrays.stream(DriverManager.getDriver(any).getPropertyInfo(any, new Properties()))
                    .map(parameter -> parameter.name)
                    .filter(name -> !name.startsWith("PG") && !name.equals("service"))
                    .collect(Collectors.toUnmodifiableSet());
        } catch (SQLException withoutDriver) {
            throw new IllegalStateException("the PostgreSQL driver is a part of this program", withoutDriver);
        }
    }
}
