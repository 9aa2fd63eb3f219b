package nl.idcontact.telephony.app;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import nl.idcontact.telephony.app.config.Reading;
import nl.idcontact.telephony.http.jose.CryptoProvider;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code check}: tells all that is wrong with the configuration, and starts nothing. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "Checks the configuration and its keys, tells every problem, and starts nothing.")
final class CheckCommand implements Callable<Integer>, Reading.Cases<Integer, CannotStart> {

    private final TelephonyCommand root;
    private final DatabaseCheck databaseCheck;

    @Option(names = "--database", description = "Also try the database, and tell what the next start would migrate.")
    private boolean database;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    CheckCommand(TelephonyCommand root, DatabaseCheck databaseCheck) {
        this.root = root;
        this.databaseCheck = databaseCheck;
    }

    @Override
    public Integer call() throws CannotStart {
        return root.configuration(spec.commandLine()).match(this);
    }

    @Override
    public Integer refused(Reading.Refused refused) {
        PrintWriter out = spec.commandLine().getOut();
        TelephonyCommand.print(out, "warning", refused.warnings());
        TelephonyCommand.print(out, "problem", refused.problems());
        int count = refused.problems().size();
        out.println("The configuration has " + count + (count == 1 ? " problem." : " problems."));
        return ExitCode.USAGE;
    }

    @Override
    public Integer accepted(Reading.Accepted accepted) throws CannotStart {
        PrintWriter out = spec.commandLine().getOut();
        TelephonyCommand.print(out, "warning", accepted.warnings());
        TelephonyApp.opener(accepted.configuration().keys(), CryptoProvider.fastest());
        out.println("The configuration is right.");
        if (database) {
            databaseCheck.report(accepted.configuration().database()).forEach(out::println);
        }
        return ExitCode.OK;
    }
}
