package nl.idcontact.telephony.app.bench.worker;

import java.security.GeneralSecurityException;

/** Opens auth results. */
@FunctionalInterface
interface TokenOpening {
    /** The claims of a token that was decrypted and verified; belongs to one thread. */
    byte[] open(String compact) throws GeneralSecurityException;
}
