package nl.idcontact.telephony.app.bench.worker;

import java.io.IOException;
import java.net.URI;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/** What the core, the auth plugin, the telephony side and the agent's page ask over HTTP, and what they read in the answers. */
final class HttpFlows {
    static final String PURPOSE = "report_move";

    private static final byte[] START =
            WireRequest.post("/start_communication", "", "application/json", "{\"purpose\":\"" + PURPOSE + "\"}");

    private final URI internal;
    private final URI open;
    private final String linkSecret;
    private final Tokens tokens;

    HttpFlows(WorkerSettings settings) {
        this.internal = settings.address("internal");
        this.open = settings.address("open");
        this.linkSecret = settings.text("link_secret");
        this.tokens = settings.tokens();
    }

    /** A connection of the core or an auth plugin. */
    WireConnection internal() throws IOException {
        return new WireConnection(internal);
    }

    /** A connection of the telephony side or an agent's page. */
    WireConnection open() throws IOException {
        return new WireConnection(open);
    }

    static byte[] start() {
        return START;
    }

    /** A session that has been started. */
    record Started(String dtmf, String resultPath) {
        static Started by(String answer) {
            int result = answer.indexOf("/session_result/");
            return new Started(between(answer, ",", "\"", 0), "/" + between(answer, "/", "\"", result));
        }
    }

    byte[] result(Started started) {
        return WireRequest.post(started.resultPath(), "", "application/jwt", tokens.any());
    }

    /** A call that keys in a code. */
    byte[] link(String call, Started started) {
        return WireRequest.post(
                "/link_phone",
                linkSecret,
                "application/json",
                "{\"dtmf\":\"" + started.dtmf() + "\",\"sessionid\":\"" + call + "\"}");
    }

    /** A call that has been linked. */
    record LinkedCall(String id, String releaseToken) {
        static LinkedCall by(String id, String answer) {
            return new LinkedCall(id, between(answer, "\"release_token\":\"", "\"", 0));
        }
    }

    static byte[] read(LinkedCall call) {
        return WireRequest.get("/session_info/" + call.id(), call.releaseToken());
    }

    static void checkReleased(String answer) throws IOException {
        if (!answer.contains("\"succes\"")) {
            throw new IOException("No attributes were released");
        }
    }

    static String newCall() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        return new UUID(random.nextLong(), random.nextLong()).toString();
    }

    private static String between(String text, String before, String after, int from) {
        int start = text.indexOf(before, from) + before.length();
        return text.substring(start, text.indexOf(after, start));
    }
}
