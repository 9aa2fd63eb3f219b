package nl.idcontact.telephony.http;

import nl.idcontact.telephony.http.HttpSettings.ListenAddress;

/** A listener could not be bound. Its message is one sentence for the operator and names the address. */
public final class CannotListen extends RuntimeException {
    private static final long serialVersionUID = 1L;

    CannotListen(ListenAddress address, Throwable cause) {
        super("Cannot listen on " + address + ": " + reason(cause) + ".", cause);
    }

    private static String reason(Throwable cause) {
        String said = String.valueOf(cause.getMessage());
        if (said.contains("in use")) {
            return "another program has the port";
        }
        return said.contains("Permission denied")
                ? "the port is for privileged programs"
                : "it is not an address of this machine";
    }
}
