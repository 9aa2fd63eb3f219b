package nl.idcontact.telephony.app;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import nl.idcontact.telephony.app.config.ConfigurationReader;
import nl.idcontact.telephony.app.config.Finding;
import nl.idcontact.telephony.app.config.Reading;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;

/** The program: {@code serve}, which is also what it does without a command, and {@code check}. */
@Command(
        name = "id-contact-telephony",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "Shows agents the verified attributes of their callers: the telephony plugin of ID Contact.",
        synopsisSubcommandLabel = "[serve | check]",
        footerHeading = "%n",
        footer = {
            "Every setting can also come from the environment: IDCONTACT_ and its path in",
            "capitals, joined by _, as in IDCONTACT_LINK_SECRET; the same name with _FILE",
            "behind it reads it from a file.",
            "Exit codes: 0 fine, 2 bad usage or configuration, 1 anything else."
        })
public final class TelephonyCommand implements Callable<Integer> {

    private final ConfigurationReader reader;
    private final ServeCommand serve;

    @Option(
            names = "--config",
            paramLabel = "FILE",
            scope = ScopeType.INHERIT,
            description = "The configuration, in TOML. Without it, all of it comes from the environment.")
    private @Nullable Path file;

    private TelephonyCommand(ConfigurationReader reader, ServerStarter starter) {
        this.reader = reader;
        this.serve = new ServeCommand(this, starter);
    }

    /**
     * The command line, ready to execute arguments.
     *
     * @param environment where settings may come from
     * @param starter what {@code serve} does with a right configuration
     * @param databaseCheck what {@code check --database} does
     */
    public static CommandLine commandLine(
            Map<String, String> environment, ServerStarter starter, DatabaseCheck databaseCheck) {
        TelephonyCommand root = new TelephonyCommand(new ConfigurationReader(environment), starter);
        return new CommandLine(root)
                .addSubcommand(root.serve)
                .addSubcommand(new CheckCommand(root, databaseCheck))
                .setExecutionExceptionHandler(Failures::handle);
    }

    /**
     * What came of reading the configuration.
     *
     * @param asked the command that was given, for its usage in case there is no configuration at all
     */
    Reading configuration(CommandLine asked) {
        if (file == null && !reader.hasVariables()) {
            throw new ParameterException(
                    asked, "There is no configuration: give --config FILE or set the variables IDCONTACT_...");
        }
        return reader.read(Optional.ofNullable(file));
    }

    static void print(PrintWriter out, String kind, List<Finding> findings) {
        findings.forEach(finding -> out.println(kind + ": " + finding));
    }

    @Override
    public Integer call() throws CannotStart {
        return serve.call();
    }
}
