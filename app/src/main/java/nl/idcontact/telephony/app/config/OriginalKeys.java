package nl.idcontact.telephony.app.config;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;

/** Keys of the original plugin's file that have no meaning here: accepted, with whatever stands below them, and ignored. */
final class OriginalKeys {

    /**
     * Rocket 0.5: its {@code Config}, what it only warns of since 0.4, the form and template libraries, and the database pools of
     * rocket_sync_db_pools.
     */
    private static final Set<String> ROCKET = Set.of(
            "workers",
            "max_blocking",
            "ident",
            "ip_header",
            "proxy_proto_header",
            "limits",
            "temp_dir",
            "http_versions",
            "keep_alive",
            "log_level",
            "log_format",
            "cli_colors",
            "tls",
            "secret_key",
            "shutdown",
            "ctrlc",
            "profile",
            "env",
            "read_timeout",
            "write_timeout",
            "template_dir",
            "databases.session.pool_size",
            "databases.session.timeout",
            "databases.session.connect_timeout",
            "databases.session.idle_timeout",
            "databases.session.min_connections",
            "databases.session.max_connections",
            "databases.session.extensions");

    /** The library that the original shares with other plugins: error reports, and logging in during a call. */
    private static final Set<String> COMM_COMMON = Set.of(
            "sentry_dsn",
            "core_url",
            "widget_url",
            "display_name",
            "widget_signing_privkey",
            "start_auth_signing_privkey",
            "start_auth_key_id",
            "guest_signature_secret",
            "host_signature_secret");

    /** Rocket's other profiles; in the original, too, what stands in {@code [global]} wins. */
    private static final Set<String> PROFILES = Set.of("default", "debug", "release");

    /** Rocket 0.4: a level, under the name of a table here. */
    private static final String LOG = "log";

    private OriginalKeys() {}

    /** Takes away what would stand in the way of a table. */
    static void makeRoom(ObjectNode global) {
        if (global.path(LOG).isTextual()) {
            global.remove(LOG);
        }
    }

    static boolean isIgnored(String path) {
        return ROCKET.contains(path) || COMM_COMMON.contains(path);
    }

    static boolean isProfile(String table) {
        return PROFILES.contains(table);
    }
}
