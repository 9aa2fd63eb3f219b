package nl.idcontact.telephony.app.bench.worker;

import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/** Auth results that were made beforehand. A token belongs to no session, so each may serve many. */
record Tokens(List<String> compact) {
    String any() {
        return compact.get(ThreadLocalRandom.current().nextInt(compact.size()));
    }

    @Override
    public String toString() {
        return "Tokens[" + compact.size() + "]";
    }
}
