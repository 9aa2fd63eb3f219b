package nl.idcontact.telephony.app;

import picocli.CommandLine;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.ParseResult;

/** Says in one sentence why the program stops. */
final class Failures {

    private Failures() {}

    /** The exit code; prints no stack trace and no library's message, which might quote a secret. */
    static int handle(Exception failure, CommandLine commandLine, ParseResult parsed) {
        if (failure instanceof CannotStart foreseen) {
            commandLine.getErr().println(foreseen.getMessage());
            return foreseen.exitCode();
        }
        commandLine.getErr().println(unexpected(failure));
        return ExitCode.SOFTWARE;
    }

    private static String unexpected(Exception failure) {
        return "This is a mistake in the program: " + kindAndPlace(failure);
    }

    /** All that may be said of a failure whose message might quote a secret. */
    static String kindAndPlace(Throwable failure) {
        StackTraceElement[] trace = failure.getStackTrace();
        return failure.getClass().getName() + (trace.length == 0 ? "" : " at " + trace[0]);
    }
}
