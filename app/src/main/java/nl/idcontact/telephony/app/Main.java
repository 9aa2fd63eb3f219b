package nl.idcontact.telephony.app;

import java.util.List;
import nl.idcontact.telephony.app.config.Configuration;
import nl.idcontact.telephony.app.config.DatabaseAddress;

/** Where the program begins. */
public final class Main {

    private Main() {}

    public static void main(String[] args) {
        int exitCode = TelephonyCommand.commandLine(System.getenv(), Main::startServer, Main::checkDatabase)
                .execute(args);
        if (exitCode != 0) {
            System.exit(exitCode);
        }
    }

    private static void startServer(Configuration configuration) throws CannotStart {
        TelephonyApp app = TelephonyApp.start(configuration);
        Runtime.getRuntime().addShutdownHook(new Thread(app::close, "shutdown"));
    }

    private static List<String> checkDatabase(DatabaseAddress database) throws CannotStart {
        throw new CannotStart("This build has no database yet.");
    }
}
