package nl.idcontact.telephony.app.support;

import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.idcontact.telephony.app.CannotStart;
import nl.idcontact.telephony.app.TelephonyApp;
import nl.idcontact.telephony.app.config.Configuration;
import nl.idcontact.telephony.app.config.ConfigurationReader;
import nl.idcontact.telephony.app.config.Finding;
import nl.idcontact.telephony.app.config.Reading;
import nl.idcontact.telephony.http.HttpSettings.ListenAddress;
import nl.idcontact.telephony.http.jose.testing.AuthResultTokens;
import nl.idcontact.telephony.postgres.testing.EmbeddedDatabase;

/**
 * The real server in this JVM, on a database of its own on a real PostgreSQL, with fresh keys and free ports. It is configured as an
 * operator would, by environment variables, and can be stopped and started again on the same ports and data.
 */
public final class RunningApp implements AutoCloseable {
    /** With which the telephony side links calls. */
    public static final String LINK_SECRET = "a-link-secret-for-tests-long-enough";

    private final Optional<Path> file;
    private final Map<String, String> environment;
    private final AuthResultTokens tokens;
    private TelephonyApp app;

    private RunningApp(Optional<Path> file, Map<String, String> environment, AuthResultTokens tokens) {
        this.file = file;
        this.environment = environment;
        this.tokens = tokens;
        this.app = launch();
        ListenAddress internal = app.listeners().internal();
        ListenAddress open = app.listeners().open();
        environment.put("IDCONTACT_PORT", Integer.toString(internal.port()));
        environment.put("IDCONTACT_PUBLIC_PORT", Integer.toString(open.port()));
    }

    /** Starts a server with the defaults. */
    public static RunningApp start() {
        return start(Map.of());
    }

    /** Starts a server with the defaults, and with what stands in {@code file} besides. */
    public static RunningApp configuredBy(Path file) {
        return configuredBy(file, Map.of());
    }

    /** Starts a server with the defaults, with what stands in {@code file}, and with these variables above both. */
    public static RunningApp configuredBy(Path file, Map<String, String> variables) {
        AuthResultTokens tokens = AuthResultTokens.generate();
        EmbeddedDatabase postgres = EmbeddedDatabase.shared();
        Map<String, String> environment = environment(postgres, postgres.newDatabase(), tokens);
        environment.putAll(variables);
        return new RunningApp(Optional.of(file), environment, tokens);
    }

    /** Starts a server on the shared PostgreSQL, with these variables besides or instead of the defaults. */
    public static RunningApp start(Map<String, String> variables) {
        return start(EmbeddedDatabase.shared(), variables);
    }

    /** Starts a server on a new database of {@code postgres}. */
    public static RunningApp start(EmbeddedDatabase postgres, Map<String, String> variables) {
        AuthResultTokens tokens = AuthResultTokens.generate();
        Map<String, String> environment = new HashMap<>(environment(postgres, postgres.newDatabase(), tokens));
        environment.putAll(variables);
        return new RunningApp(Optional.empty(), environment, tokens);
    }

    /** The variables of a server with the defaults, for one that is started as its own process. */
    public static Map<String, String> environment(EmbeddedDatabase postgres, String jdbcUrl, AuthResultTokens tokens) {
        Map<String, String> variables = new HashMap<>();
        variables.put("IDCONTACT_INTERNAL_URL", "http://telephony.test:8000");
        variables.put("IDCONTACT_PHONENUMBER", "+31101234567");
        variables.put("IDCONTACT_PORT", "0");
        variables.put("IDCONTACT_PUBLIC_PORT", "0");
        variables.put("IDCONTACT_DECRYPTION_PRIVKEY_TYPE", tokens.decryptionKeyType());
        variables.put("IDCONTACT_DECRYPTION_PRIVKEY_KEY", tokens.decryptionKeyPem());
        variables.put("IDCONTACT_SIGNATURE_PUBKEY_TYPE", tokens.signatureKeyType());
        variables.put("IDCONTACT_SIGNATURE_PUBKEY_KEY", tokens.signatureKeyPem());
        variables.put("IDCONTACT_LINK_SECRET", LINK_SECRET);
        variables.put(
                "IDCONTACT_DATABASES_SESSION_URL",
                jdbcUrl + "?user=" + postgres.user() + "&password=" + postgres.password());
        return variables;
    }

    /** The base of the internal listener's addresses. */
    public URI internal() {
        return base(app.listeners().internal());
    }

    /** The base of the public listener's addresses. */
    public URI external() {
        return base(app.listeners().open());
    }

    /** Makes tokens that this server believes. */
    public AuthResultTokens tokens() {
        return tokens;
    }

    /** All that it is configured with. */
    public Map<String, String> environment() {
        return Map.copyOf(environment);
    }

    /** Stops it, in good order. */
    public void stop() {
        app.close();
    }

    /** Starts it again after {@link #stop}, on the same ports and data. */
    public void startAgain() {
        app = launch();
    }

    @Override
    public void close() {
        stop();
    }

    private static URI base(ListenAddress address) {
        return URI.create("http://127.0.0.1:" + address.port());
    }

    private TelephonyApp launch() {
        try {
            TelephonyApp started = TelephonyApp.start(read());
            started.prepareDatabase();
            return started;
        } catch (CannotStart e) {
            throw new IllegalStateException(e);
        }
    }

    private Configuration read() {
        return new ConfigurationReader(environment)
                .read(file)
                .match(new Reading.Cases<Configuration, RuntimeException>() {
                    @Override
                    public Configuration accepted(Reading.Accepted accepted) {
                        return accepted.configuration();
                    }

                    @Override
                    public Configuration refused(Reading.Refused refused) {
                        List<Finding> problems = refused.problems();
                        throw new IllegalArgumentException(problems.toString());
                    }
                });
    }
}
