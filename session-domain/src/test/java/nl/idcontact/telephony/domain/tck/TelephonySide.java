package nl.idcontact.telephony.domain.tck;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import nl.idcontact.telephony.domain.model.PhoneSessionId;
import nl.idcontact.telephony.domain.model.Purpose;
import nl.idcontact.telephony.domain.model.ReleaseToken;

/**
 * How {@link TelephonySideContract} drives a telephony side: whatever takes a call, reads digits, links the call and hands
 * the release token to the agent's side. Drive the real thing, from the wire on which the calls come in.
 */
public interface TelephonySide extends AutoCloseable {
    /**
     * Plays one call, or what follows of a call that was there before, from the prompt for the code until the telephony side
     * asks for nothing more. Called by many threads at once, for different calls and for the same.
     *
     * @param call what the telephony side must take for the id of this call
     * @param keyedIn what the caller keys in, one element each time a code is asked for; then, and for an empty element, the
     *     caller keys in nothing until the time-out. What is never asked for is never keyed in
     * @return what reached the agent's side; nothing if the call was not linked
     * @throws Exception if the telephony side failed, in its own way of failing, and the agent's side got nothing
     */
    Optional<Handover> call(PhoneSessionId call, List<String> keyedIn) throws Exception;

    /** Hangs up everything; called once, behind each test. */
    @Override
    default void close() throws IOException {}

    /**
     * What the agent's side gets of a linked call.
     *
     * @param purpose what the resident calls about
     * @param releaseToken with which the attributes may be had
     */
    record Handover(Purpose purpose, ReleaseToken releaseToken) {}
}
