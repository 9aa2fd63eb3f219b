package nl.idcontact.telephony.app;

import picocli.CommandLine.ExitCode;

/** The server cannot start, and its operator can do something about it. The message is one sentence for them, without secrets. */
public final class CannotStart extends Exception {

    private static final long serialVersionUID = 1L;

    private final int exitCode;

    public CannotStart(String sentence) {
        this(sentence, ExitCode.SOFTWARE);
    }

    private CannotStart(String sentence, int exitCode) {
        super(sentence, null, false, false);
        this.exitCode = exitCode;
    }

    /** It cannot, until its configuration is another. */
    static CannotStart asConfigured(String sentence) {
        return new CannotStart(sentence, ExitCode.USAGE);
    }

    /** What the program ends with. */
    int exitCode() {
        return exitCode;
    }
}
