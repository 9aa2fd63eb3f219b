package nl.idcontact.telephony.app;

import nl.idcontact.telephony.app.config.Configuration;

/** Starts the server. */
@FunctionalInterface
public interface ServerStarter {

    /**
     * Starts the server and returns when it listens; its own threads keep the program alive.
     *
     * @throws CannotStart if it cannot start for a reason that the operator can do something about
     */
    void start(Configuration configuration) throws CannotStart;
}
