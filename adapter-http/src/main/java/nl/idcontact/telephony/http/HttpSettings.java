package nl.idcontact.telephony.http;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import nl.idcontact.telephony.domain.model.DtmfCode;
import nl.idcontact.telephony.domain.model.Purpose;
import nl.idcontact.telephony.domain.model.ResultCode;

/**
 * What an operator may choose about the HTTP face.
 *
 * @param listeners where it listens
 * @param telephone what residents call, and where auth plugins report
 * @param access who must show what
 * @param pages what the two pages show and who may embed them
 * @param limits how much is borne at once
 */
public record HttpSettings(Listeners listeners, Telephone telephone, Access access, PageSettings pages, Limits limits) {

    /** The internal listener (core, auth plugins, operators) and the public one (telephony, browsers); the same for one. */
    public record Listeners(ListenAddress internal, ListenAddress open) {
        /** Whether one listener serves both tables of addresses. */
        public boolean shared() {
            return internal.equals(open) && internal.port() != 0;
        }
    }

    /**
     * Where to listen.
     *
     * @param host an IP address or a host name
     * @param port 0 for one that the system picks
     */
    public record ListenAddress(String host, int port) {
        @Override
        public String toString() {
            return (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
        }
    }

    /**
     * What residents call, and where auth plugins report.
     *
     * @param internalUrl the base of {@code attr_url}, with or without a slash at its end
     * @param number the general telephone number
     * @param pauses commas between number and code in {@code client_url}
     * @param numbersByPurpose the numbers of purposes that have their own
     */
    public record Telephone(URI internalUrl, String number, int pauses, Map<String, String> numbersByPurpose) {
        /** What a resident's phone dials: the number, a pause for the answer, then the code. */
        String clientUrl(Purpose purpose, DtmfCode code) {
            return "tel:" + numbersByPurpose.getOrDefault(purpose.tag(), number) + ",".repeat(pauses) + code.digits();
        }

        /** Where the auth plugin posts the auth result. */
        String attrUrl(ResultCode code) {
            return internalUrl.toString().replaceAll("/+$", "") + "/session_result/" + code.value();
        }
    }

    /**
     * Who must show what.
     *
     * @param linkSecrets the bearer secrets of the telephony side, each of them valid; none if it needs no secret
     * @param releaseTokenRequired whether what belongs to a call takes its release token
     */
    public record Access(List<String> linkSecrets, boolean releaseTokenRequired) {
        @Override
        public String toString() {
            return "Access[linkSecrets=" + linkSecrets.size() + ", releaseTokenRequired=" + releaseTokenRequired + "]";
        }
    }

    /**
     * How much is borne at once.
     *
     * @param workers threads that may wait for the store: more than it has connections, since several go together
     * @param queue requests that may wait for one of them; past that they are refused
     * @param deadline how long a request waits for its answer before it is told to come back
     * @param streams event streams that may be open
     * @param patience how long the head of a connection's first request may take, and the body of any
     */
    public record Limits(int workers, int queue, Duration deadline, int streams, Duration patience) {
        /** For 8 connections to a store: an answer within 3.5 seconds, and 20,000 streams. */
        public static final Limits DEFAULT = new Limits(8, 1_000, Duration.ofMillis(3_500), 20_000);

        /** Limits with a patience of ten seconds. */
        public Limits(int workers, int queue, Duration deadline, int streams) {
            this(workers, queue, deadline, streams, Duration.ofSeconds(10));
        }
    }
}
