package nl.idcontact.telephony.app;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import nl.idcontact.telephony.app.config.Configuration;
import nl.idcontact.telephony.app.config.DatabaseAddress;
import nl.idcontact.telephony.postgres.PostgresDatabase;
import nl.idcontact.telephony.postgres.SchemaReport;
import picocli.CommandLine.ExitCode;

/** Where the program begins. */
public final class Main {

    /** How long load balancers have to notice that the server is about to stop. */
    private static final Duration NOTICE = Duration.ofSeconds(3);

    private static volatile int exitCode = ExitCode.OK;

    private Main() {}

    public static void main(String[] args) {
        // While the command line and the configuration are read.
        PostgresDatabase.warmUp();
        exitCode = TelephonyCommand.commandLine(System.getenv(), Main::startServer, Main::checkDatabase)
                .execute(args);
        if (exitCode != ExitCode.OK) {
            System.exit(exitCode);
        }
    }

    private static void startServer(Configuration configuration) throws CannotStart {
        TelephonyApp app = TelephonyApp.start(configuration);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(app), "shutdown"));
        app.prepareDatabase();
    }

    /** A stop in good order is no failure, though the JVM would end with the number of the signal that asked for it. */
    private static void stop(TelephonyApp app) {
        app.stop(NOTICE);
        Runtime.getRuntime().halt(exitCode);
    }

    static List<String> checkDatabase(DatabaseAddress database) throws CannotStart {
        try (PostgresDatabase tried = TelephonyApp.open(database)) {
            SchemaReport report = tried.pendingMigrations();
            if (report.problem().isPresent()) {
                throw new CannotStart(
                        "The database cannot be used: " + report.problem().get() + ".");
            }
            return describe(report.pending());
        }
    }

    private static List<String> describe(List<String> pending) {
        if (pending.isEmpty()) {
            return List.of("The database answers, and its tables are up to date.");
        }
        return Stream.concat(
                        Stream.of("The database answers. The next start would migrate it:"),
                        pending.stream().map(step -> "  " + step))
                .toList();
    }
}
