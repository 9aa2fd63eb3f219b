package nl.idcontact.telephony.app.config;

import java.security.Key;
import java.util.List;
import java.util.stream.Stream;

/** What has to fit together across several settings, and what is allowed but not safe. */
final class Rules {

    private static final int FEW_DIGITS = 8;

    private final Values values;
    private final Findings findings;

    Rules(Values values, Findings findings) {
        this.values = values;
        this.findings = findings;
    }

    void check() {
        linkSecret();
        publishedKey(Settings.DECRYPTION_KEYS);
        publishedKey(Settings.SIGNATURE_KEYS);
        weakerThanUsual();
        listeners();
        lifetimes();
    }

    private void linkSecret() {
        boolean one = values.find(Settings.LINK_SECRET).isPresent();
        boolean several = !values.find(Settings.LINK_SECRETS).orElse(List.of()).isEmpty();
        boolean bearer = values.find(Settings.LINK_AUTHENTICATION)
                .filter(Link.Authentication.BEARER::equals)
                .isPresent();
        boolean wrong =
                findings.hasProblem(Settings.LINK_SECRET.key()) || findings.hasProblem(Settings.LINK_SECRETS.key());
        if (one && several) {
            findings.problem(
                    Settings.LINK_SECRETS.key(),
                    "must be set instead of " + Settings.LINK_SECRET.key() + ", not beside it");
        } else if (bearer && !one && !several && !wrong) {
            findings.problem(
                    Settings.LINK_SECRET.key(),
                    "is missing; with bearer authentication it must be "
                            + Settings.LINK_SECRET.type().expected() + ", here or in "
                            + Settings.LINK_SECRET.variable());
        }
    }

    private <K extends Key> void publishedKey(Setting<List<K>> keys) {
        if (values.find(keys).orElse(List.of()).stream().noneMatch(PublishedKey::is)) {
            return;
        }
        if (values.find(Settings.ALLOW_PUBLISHED_KEY).orElse(false)) {
            findings.warning(
                    keys.key(), "is the original's published sample key: it protects nothing, use it in tests only");
        } else {
            findings.problem(
                    keys.key(),
                    "must be a key of your own, but is the original's published sample key (for tests: "
                            + Settings.ALLOW_PUBLISHED_KEY.key() + " = true)");
        }
    }

    private void weakerThanUsual() {
        values.find(Settings.DTMF_LENGTH)
                .filter(length -> length < FEW_DIGITS)
                .ifPresent(length -> findings.warning(
                        Settings.DTMF_LENGTH.key(), "is below " + FEW_DIGITS + ": such codes can be guessed sooner"));
        if (values.find(Settings.LINK_AUTHENTICATION)
                .filter(Link.Authentication.NONE::equals)
                .isPresent()) {
            findings.warning(
                    Settings.LINK_AUTHENTICATION.key(), "is \"none\": whoever reaches the listener can link calls");
            if (values.find(Settings.MAX_WRONG_CODES)
                    .filter(limit -> limit == 0)
                    .isPresent()) {
                findings.warning(
                        Settings.MAX_WRONG_CODES.key(), "is 0, no limit, without authentication: codes can be guessed");
            }
        }
        if (values.find(Settings.RELEASE_TOKEN)
                .filter(Release.Token.OFF::equals)
                .isPresent()) {
            findings.warning(
                    Settings.RELEASE_TOKEN.key(),
                    "is \"off\": whoever knows a phone session id can read the attributes");
        }
    }

    private void listeners() {
        boolean set = Stream.of(Settings.ADDRESS, Settings.PORT, Settings.PUBLIC_ADDRESS, Settings.PUBLIC_PORT)
                .allMatch(setting -> values.find(setting).isPresent());
        if (set && Assembly.listeners(values).shared()) {
            findings.warning(
                    Settings.PUBLIC_PORT.key(),
                    "is the internal address and port: one listener serves both, so that the public reaches the internal"
                            + " addresses, too");
        }
    }

    private void lifetimes() {
        boolean shorter = values.find(Settings.TTL)
                .flatMap(ttl -> values.find(Settings.MAX_AGE).filter(maxAge -> maxAge.compareTo(ttl) < 0))
                .isPresent();
        if (shorter) {
            findings.warning(
                    Settings.MAX_AGE.key(), "is shorter than " + Settings.TTL.key() + ", which has no effect then");
        }
    }
}
