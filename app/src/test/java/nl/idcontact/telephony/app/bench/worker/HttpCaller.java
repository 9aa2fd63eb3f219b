package nl.idcontact.telephony.app.bench.worker;

import java.io.IOException;
import java.nio.channels.Selector;
import java.util.Optional;
import nl.idcontact.telephony.app.bench.worker.HttpFlows.LinkedCall;
import nl.idcontact.telephony.app.bench.worker.HttpFlows.Started;
import nl.idcontact.telephony.app.bench.worker.Latencies.Step;

/** One of many who make flow after flow over HTTP: asks, and goes on when the answer is there. */
final class HttpCaller implements AutoCloseable {
    private final HttpFlows flows;
    private final Latencies latencies = new Latencies();
    private final WireConnection core;
    private final WireConnection phone;
    private Step step = Step.START;
    private long askedAt;
    private Started started = new Started("", "");
    private LinkedCall call = new LinkedCall("", "");

    HttpCaller(HttpFlows flows, Selector selector, Runnable whenSomethingArrives) throws IOException {
        this.flows = flows;
        this.core = flows.internal();
        this.phone = flows.open();
        core.tell(selector, whenSomethingArrives);
        phone.tell(selector, whenSomethingArrives);
    }

    /** Begins a flow. */
    void begin() throws IOException {
        ask(Step.START, HttpFlows.start());
    }

    /** Something has arrived; gives whether that was the end of the flow. */
    boolean goOn() throws IOException {
        Optional<String> answer = connection().answer();
        if (answer.isEmpty()) {
            return false;
        }
        latencies.took(step, askedAt);
        switch (step) {
            case START -> {
                started = Started.by(answer.get());
                ask(Step.RESULT, flows.result(started));
            }
            case RESULT -> {
                call = new LinkedCall(HttpFlows.newCall(), "");
                ask(Step.LINK, flows.link(call.id(), started));
            }
            case LINK -> {
                call = LinkedCall.by(call.id(), answer.get());
                ask(Step.INFO, HttpFlows.read(call));
            }
            case INFO -> {
                HttpFlows.checkReleased(answer.get());
                latencies.flow();
                return true;
            }
        }
        return false;
    }

    Latencies latencies() {
        return latencies;
    }

    @Override
    public void close() throws IOException {
        core.close();
        phone.close();
    }

    private void ask(Step next, byte[] request) throws IOException {
        step = next;
        askedAt = System.nanoTime();
        connection().send(request);
    }

    private WireConnection connection() {
        return step == Step.START || step == Step.RESULT ? core : phone;
    }
}
