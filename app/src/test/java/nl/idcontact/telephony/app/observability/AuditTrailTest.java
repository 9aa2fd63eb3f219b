package nl.idcontact.telephony.app.observability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.spi.ILoggingEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import nl.idcontact.telephony.app.support.Answer;
import nl.idcontact.telephony.app.support.Peers;
import nl.idcontact.telephony.app.support.RecordedLog;
import nl.idcontact.telephony.app.support.RunningApp;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Everything that happens to a session is in the audit trail, with who and what, as {@code docs/security.md} describes it. */
class AuditTrailTest {
    @AutoClose
    private static final RunningApp app = RunningApp.start(Map.of("IDCONTACT_SESSION_TTL", "PT30S"));

    private final Peers peers = Peers.of(app);
    private RecordedLog log;

    @BeforeEach
    void startLog() {
        log = RecordedLog.start();
    }

    @AfterEach
    void stopLog() {
        log.close();
    }

    @Test
    void a_whole_call_can_be_followed() throws Exception {
        Answer session = peers.start();
        String token = token("email", "age");
        peers.result(session.resultPath(), token);
        peers.result(session.resultPath(), token);
        String releaseToken = peers.link(session.code(), "call a").releaseToken();
        peers.link(session.code(), "call a");
        peers.read("call a", releaseToken);
        peers.logout("call a", releaseToken);

        String name = entries().get(0).get("session");
        assertThat(name).matches("[0-9a-f]{16}");
        assertThat(entries())
                .containsExactly(
                        Map.of("event", "started", "session", name, "purpose", "report_move"),
                        accepted(name, "success", false),
                        accepted(name, "success", true),
                        Map.of("event", "linked", "call", "call a", "session", name, "repeated", "false"),
                        Map.of("event", "linked", "call", "call a", "session", name, "repeated", "true"),
                        Map.of("event", "released", "call", "call a", "session", name, "attributes", "email,age"),
                        Map.of("event", "ended", "call", "call a", "session", name));
    }

    @Test
    void an_event_stream_is_a_release_too() throws Exception {
        Answer session = peers.start();
        String releaseToken = peers.link(session.code(), "call b").releaseToken();
        try (var page = peers.follow("call b", releaseToken)) {
            peers.result(session.resultPath(), token("email"));
            await().atMost(Duration.ofSeconds(60)).until(() -> page.hasSeen("succes"));
        }
        assertThat(events()).containsExactly("started", "linked", "auth_result_accepted", "released");
    }

    @Test
    void each_refusal_is_there_with_its_reason() throws Exception {
        Answer session = peers.start();
        peers.result(session.resultPath(), "no token");
        peers.result("/session_result/unknown", token());
        peers.result(session.resultPath(), token());
        peers.result(session.resultPath(), token());
        for (int attempt = 0; attempt < 4; attempt++) {
            peers.link("123456", "call c");
        }
        peers.read("call c", "a made up release token");

        assertThat(entries().stream().skip(1).filter(entry -> !entry.containsKey("session")))
                .containsExactly(
                        Map.of("event", "auth_result_refused", "reason", "malformed"),
                        Map.of("event", "auth_result_refused", "reason", "unknown_session"),
                        Map.of("event", "auth_result_refused", "reason", "already_received"),
                        linkRefused("unknown_code"),
                        linkRefused("unknown_code"),
                        linkRefused("unknown_code"),
                        linkRefused("too_many_attempts"),
                        Map.of("event", "release_refused", "call", "call c"));
    }

    @Test
    void a_limit_for_all_calls_is_a_reason() throws Exception {
        try (RunningApp limited = RunningApp.start(Map.of("IDCONTACT_LINK_MAX_WRONG_CODES_PER_MINUTE", "1"))) {
            Peers.of(limited).link("123456", "call d");
            Peers.of(limited).link("123456", "call c");
        }
        assertThat(entries()).contains(linkRefused("too_many_wrong_codes"));
    }

    @Test
    void every_event_names_its_instance() throws Exception {
        peers.start();
        assertThat(log.auditTrail())
                .isNotEmpty()
                .allSatisfy(event -> assertThat(pairs(event).get("instance"))
                        .endsWith("/" + ProcessHandle.current().pid()));
    }

    private static Map<String, String> accepted(String session, String status, boolean repeated) {
        return Map.of(
                "event",
                "auth_result_accepted",
                "session",
                session,
                "status",
                status,
                "repeated",
                Boolean.toString(repeated));
    }

    private static Map<String, String> linkRefused(String reason) {
        return Map.of("event", "link_refused", "call", "call c", "reason", reason);
    }

    private static String token(String... attributes) {
        var draft = app.tokens().token(Instant.now());
        for (String attribute : attributes) {
            draft = draft.attribute(attribute, "value of " + attribute);
        }
        return draft.compact();
    }

    private List<String> events() {
        return entries().stream().map(entry -> entry.get("event")).toList();
    }

    /** What each event holds, save the instance. */
    private List<Map<String, String>> entries() {
        return log.auditTrail().stream()
                .map(AuditTrailTest::pairs)
                .filter(pairs -> !Set.of("purged").contains(pairs.get("event")))
                .map(pairs -> pairs.entrySet().stream()
                        .filter(pair -> !pair.getKey().equals("instance"))
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)))
                .toList();
    }

    private static Map<String, String> pairs(ILoggingEvent event) {
        Map<String, String> pairs = new LinkedHashMap<>();
        event.getKeyValuePairs().forEach(pair -> pairs.put(pair.key, String.valueOf(pair.value)));
        return pairs;
    }
}
