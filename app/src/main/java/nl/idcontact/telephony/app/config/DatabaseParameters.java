package nl.idcontact.telephony.app.config;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;

/** The parameters of a database address: those of libpq are put into the PostgreSQL driver's words. */
final class DatabaseParameters {

    static final String USER = "user";
    static final String PASSWORD = "password";
    static final String SERVER_TYPE = "targetServerType";

    /** PostgreSQL documentation, 32.1.2 "Parameter Key Words". */
    private static final Map<String, String> LIBPQ = Map.of(
            "target_session_attrs",
            SERVER_TYPE,
            "load_balance_hosts",
            "loadBalanceHosts",
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

    /** Of what has values of its own in libpq: each of them, and what the driver calls it. */
    private static final Map<String, Map<String, String>> VALUES = Map.of(
            "target_session_attrs",
            values(
                    "any", "any",
                    "read-write", "primary",
                    "read-only", "secondary",
                    "primary", "primary",
                    "standby", "secondary",
                    "prefer-standby", "preferSecondary"),
            "load_balance_hosts",
            values(
                    "disable", "false",
                    "random", "true"),
            "sslmode",
            values(
                    "disable", "disable",
                    "allow", "allow",
                    "prefer", "prefer",
                    "require", "require",
                    "verify-ca", "verify-ca",
                    "verify-full", "verify-full"));

    /** Matters of how libpq, or the original's driver, keeps its sockets, without a counterpart in this driver. */
    private static final Set<String> WITHOUT_MEANING = Set.of(
            "keepalives",
            "keepalives_idle",
            "keepalives_interval",
            "keepalives_count",
            "keepalives_retries",
            "tcp_user_timeout");

    /** Every parameter of the driver, but for those that would move the address elsewhere. */
    private static final Set<String> DRIVER = driverParameters();

    private DatabaseParameters() {}

    /** @throws Unacceptable if neither libpq nor the driver knows the name, or the value is none of the known ones */
    static void put(Map<String, String> parameters, String name, String value) throws Unacceptable {
        if (WITHOUT_MEANING.contains(name)) {
            return;
        }
        Map<String, String> values = VALUES.get(name);
        parameters.put(driverName(name), values == null ? value : driverValue(name, value, values));
    }

    private static String driverValue(String name, String value, Map<String, String> values) throws Unacceptable {
        String driverValue = values.get(value);
        if (driverValue == null) {
            throw new Unacceptable("must have as " + name + " one of " + String.join(", ", values.keySet()));
        }
        return driverValue;
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

    /** Pairs of libpq's value and the driver's, in the order in which they are told. */
    private static Map<String, String> values(String... pairs) {
        Map<String, String> values = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            values.put(pairs[i], pairs[i + 1]);
        }
        return values;
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
