package nl.idcontact.telephony.app;

import java.util.List;
import nl.idcontact.telephony.app.config.DatabaseAddress;

/** Tries the database without changing anything in it. */
@FunctionalInterface
public interface DatabaseCheck {

    /**
     * What is there and what the next start would migrate.
     *
     * @return lines for the operator; none shows a password
     * @throws CannotStart if the database cannot be reached or used
     */
    List<String> report(DatabaseAddress database) throws CannotStart;
}
