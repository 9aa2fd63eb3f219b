package nl.idcontact.telephony.app;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import nl.idcontact.telephony.app.config.Reading;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code serve}: starts the server, unless the configuration has problems. */
@Command(
        name = "serve",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "Starts the server. This is what happens without a command, too.")
final class ServeCommand implements Callable<Integer>, Reading.Cases<Integer, CannotStart> {

    private static final Logger LOG = LoggerFactory.getLogger(ServeCommand.class);

    private final TelephonyCommand root;
    private final ServerStarter starter;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    ServeCommand(TelephonyCommand root, ServerStarter starter) {
        this.root = root;
        this.starter = starter;
    }

    @Override
    public Integer call() throws CannotStart {
        return root.configuration(spec.commandLine()).match(this);
    }

    @Override
    public Integer refused(Reading.Refused refused) {
        PrintWriter err = spec.commandLine().getErr();
        TelephonyCommand.print(err, "warning", refused.warnings());
        TelephonyCommand.print(err, "problem", refused.problems());
        return ExitCode.USAGE;
    }

    @Override
    public Integer accepted(Reading.Accepted accepted) throws CannotStart {
        LogSetup.apply(accepted.configuration().server().log());
        accepted.warnings().forEach(warning -> LOG.warn("{}", warning));
        starter.start(accepted.configuration());
        return ExitCode.OK;
    }
}
