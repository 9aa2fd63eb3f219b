package nl.idcontact.telephony.http;

import static nl.idcontact.telephony.http.ProblemAssert.assertProblem;
import static nl.idcontact.telephony.http.Telephony.SETTINGS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.InstantSource;
import nl.idcontact.telephony.domain.SessionDomain;
import nl.idcontact.telephony.http.HttpSettings.ListenAddress;
import nl.idcontact.telephony.http.HttpSettings.Listeners;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which addresses there are, on which listener, and with which methods. */
class TableTest {
    @AutoClose
    private static final Telephony telephony = Telephony.started();

    @ParameterizedTest
    @ValueSource(
            strings = {"/link_phone", "/session_info/x", "/session_info/x/events", "/attribute-ui/", "/connect-ui/"})
    void publicAddressesAreNotInternal(String path) {
        assertProblem(telephony.get(telephony.internal(path)), 404, "not-found");
        assertProblem(telephony.post(telephony.internal(path), "{}"), 404, "not-found");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/start_communication",
                "/session_result/x",
                "/clean_db",
                "/health/live",
                "/health/ready",
                "/metrics"
            })
    void internalAddressesAreNotPublic(String path) {
        assertProblem(telephony.get(telephony.open(path)), 404, "not-found");
        assertProblem(telephony.post(telephony.open(path), "{}"), 404, "not-found");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/", "/nothing", "/session_result", "/session_result/", "/session_result/a/b", "/session_info"})
    void otherAddressesAreNotThere(String path) {
        assertProblem(telephony.post(telephony.internal(path), ""), 404, "not-found");
        assertProblem(telephony.get(telephony.open(path)), 404, "not-found");
    }

    @ParameterizedTest
    @CsvSource({
        "GET,/clean_db,POST",
        "GET,/start_communication,POST",
        "PUT,/session_result/x,POST",
        "OPTIONS,/start_communication,POST",
        "FOO,/start_communication,POST",
        "HEAD,/start_communication,POST",
        "POST,/health/live,'GET, HEAD'",
        "DELETE,/metrics,'GET, HEAD'"
    })
    void internalMethods(String method, String path, String allowed) {
        assertNotAllowed(method, telephony.internal(path), allowed);
    }

    @ParameterizedTest
    @CsvSource({
        "GET,/link_phone,POST",
        "OPTIONS,/link_phone,POST",
        "POST,/session_info/x,GET",
        "HEAD,/session_info/x,GET",
        "POST,/session_info/x/events,GET",
        "GET,/session_info/x/logout,POST",
        "GET,/session_info/x/activity,POST",
        "POST,/attribute-ui/,'GET, HEAD'",
        "POST,/connect-ui/settings.json,'GET, HEAD'"
    })
    void publicMethods(String method, String path, String allowed) {
        assertNotAllowed(method, telephony.open(path), allowed);
    }

    @Test
    void oneListenerServesBothTables() throws IOException {
        ListenAddress free = new ListenAddress("127.0.0.1", freePort());
        var shared = new HttpSettings(
                new Listeners(free, free),
                SETTINGS.telephone(),
                SETTINGS.access(),
                SETTINGS.pages(),
                SETTINGS.limits());
        try (Telephony own = Telephony.started(shared)) {
            assertThat(own.listeners.internal()).isEqualTo(free).isEqualTo(own.listeners.open());
            String token = own.linked(own.start("report_move").dtmf(), "call");
            assertThat(own.info("call", token).statusCode()).isEqualTo(200);
            assertThat(own.get(own.open("/health/ready")).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void aTakenPortIsNamed() throws IOException {
        try (ServerSocket taken = new ServerSocket(0)) {
            ListenAddress address = new ListenAddress("0.0.0.0", taken.getLocalPort());
            var settings = new HttpSettings(
                    new Listeners(address, SETTINGS.listeners().open()),
                    SETTINGS.telephone(),
                    SETTINGS.access(),
                    SETTINGS.pages(),
                    SETTINGS.limits());
            Vertx vertx = Vertx.vertx();
            SessionDomain domain = SessionDomain.with(new FakeOpener()).build();
            TelephonyServer server =
                    new TelephonyServer(vertx, settings, domain, Operations.NONE, InstantSource.system());
            assertThatThrownBy(server::start)
                    .isInstanceOf(CannotListen.class)
                    .hasMessage("Cannot listen on " + address + ": another program has the port.");
            vertx.close().toCompletionStage().toCompletableFuture().join();
        }
    }

    private static void assertNotAllowed(String method, URI uri, String allowed) {
        HttpResponse<String> response =
                telephony.send(HttpRequest.newBuilder(uri).method(method, BodyPublishers.noBody()));
        assertThat(response.headers().firstValue("Allow")).contains(allowed);
        if (method.equals("HEAD")) {
            assertThat(response.statusCode()).isEqualTo(405);
        } else {
            assertProblem(response, 405, "method-not-allowed");
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
