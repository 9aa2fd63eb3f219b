package nl.idcontact.telephony.app.bench.worker;

import java.io.IOException;
import java.net.URI;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import nl.idcontact.telephony.app.bench.worker.Latencies.Step;

/** Flows over HTTP: the core, the auth plugin, the telephony side and the agent's page in one. */
final class HttpFlows implements Flows {
    static final String PURPOSE = "report_move";

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

    @Override
    public HttpCaller caller() throws IOException {
        return new HttpCaller();
    }

    /** A session that has been started. */
    record Started(String dtmf, String resultPath) {}

    /** A call that has been linked. */
    record LinkedCall(String id, String releaseToken) {}

    final class HttpCaller implements Caller {
        private final WireConnection core = new WireConnection(internal);
        private final WireConnection phone = new WireConnection(open);

        HttpCaller() throws IOException {}

        @Override
        public void flow(Latencies latencies) throws IOException {
            long time = System.nanoTime();
            Started started = start();
            time = latencies.took(Step.START, time);
            result(started);
            time = latencies.took(Step.RESULT, time);
            LinkedCall call = link(started);
            time = latencies.took(Step.LINK, time);
            String info = phone.get("/session_info/" + call.id(), call.releaseToken());
            latencies.took(Step.INFO, time);
            if (!info.contains("\"succes\"")) {
                throw new IOException("No attributes were released");
            }
        }

        Started start() throws IOException {
            String answer =
                    core.post("/start_communication", "", "application/json", "{\"purpose\":\"" + PURPOSE + "\"}");
            int result = answer.indexOf("/session_result/");
            return new Started(between(answer, ",", "\"", 0), "/" + between(answer, "/", "\"", result));
        }

        void result(Started started) throws IOException {
            core.post(started.resultPath(), "", "application/jwt", tokens.any());
        }

        LinkedCall link(Started started) throws IOException {
            ThreadLocalRandom random = ThreadLocalRandom.current();
            String id = new UUID(random.nextLong(), random.nextLong()).toString();
            String answer = phone.post(
                    "/link_phone",
                    linkSecret,
                    "application/json",
                    "{\"dtmf\":\"" + started.dtmf() + "\",\"sessionid\":\"" + id + "\"}");
            return new LinkedCall(id, between(answer, "\"release_token\":\"", "\"", 0));
        }

        @Override
        public void close() throws IOException {
            core.close();
            phone.close();
        }

        private static String between(String text, String before, String after, int from) {
            int start = text.indexOf(before, from) + before.length();
            return text.substring(start, text.indexOf(after, start));
        }
    }
}
