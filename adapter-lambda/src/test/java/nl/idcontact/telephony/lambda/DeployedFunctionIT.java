package nl.idcontact.telephony.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import nl.idcontact.telephony.lambda.flow.Caller;
import nl.idcontact.telephony.lambda.flow.Contact;
import nl.idcontact.telephony.lambda.flow.ContactFlow;
import nl.idcontact.telephony.lambda.flow.FlowInterpreter;
import nl.idcontact.telephony.lambda.flow.FlowResult;
import nl.idcontact.telephony.lambda.runtime.LambdaProcess;
import nl.idcontact.telephony.lambda.runtime.MockRuntimeApi;
import nl.idcontact.telephony.lambda.runtime.TestCertificate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The jar that is deployed, in a process of its own under the real runtime interface client. */
@EnabledOnOs(value = OS.LINUX, disabledReason = "AWS publishes its runtime interface client for Linux only")
class DeployedFunctionIT {
    private static final String HANDLER = "nl.idcontact.telephony.lambda.LinkPhoneFunction::handleRequest";
    private static final Path JAR = Path.of("target", "link-phone-lambda.jar").toAbsolutePath();
    private static final String CODE = "1234567890";
    private static final String LINKED = "{\"purpose\":\"report_move\",\"release_token\":\"a-release-token\"}";
    private static final ObjectMapper JSON = new ObjectMapper();

    private MockRuntimeApi api;

    @BeforeEach
    void start() throws IOException {
        api = new MockRuntimeApi();
    }

    @AfterEach
    void stop() {
        api.close();
    }

    @Test
    void answersOneCallAfterTheOther() throws IOException {
        try (StubBackend backend = new StubBackend()
                        .answering(404, "{\"attempts_left\":2}")
                        .answering(200, LINKED);
                LambdaProcess function = LambdaProcess.start(api, JAR, HANDLER, backend.environment())) {
            Contact contact = Contact.transferred("second-contact", "first-contact");

            assertThat(invoke(contact, "111"))
                    .isEqualTo(answer("{'linked':'false','reason':'unknown_code','attemptsLeft':'2'}"));
            assertThat(invoke(contact, CODE))
                    .isEqualTo(answer("{'linked':'true','purpose':'report_move','releaseToken':'a-release-token'}"));
            assertThat(invoke(contact, "Timeout")).isEqualTo(answer("{'linked':'false','reason':'no_code'}"));
            assertThat(backend.requests()).hasSize(2).allSatisfy(request -> {
                assertThat(request.body()).contains("first-contact");
                // The connection of the first call still serves the second.
                assertThat(request.client()).isEqualTo(backend.requests().get(0).client());
            });
            assertThat(function.log()).doesNotContain(CODE, StubBackend.SECRET, "a-release-token");
        }
    }

    @Test
    void anAnswerThatDripsIsAnErrorWithinSixSeconds() throws IOException {
        try (RawBackend backend = RawBackend.dripping("HTTP/1.1 200 OK\r\nContent-Length: 9000\r\n\r\n{", " ");
                LambdaProcess function = LambdaProcess.start(
                        api, JAR, HANDLER, Map.of("CALL_URL", backend.url(), "LINK_SECRET", StubBackend.SECRET))) {
            assertThat(invoke(Contact.incoming("c"), "").json()).contains("no_code");
            long begin = System.nanoTime();

            MockRuntimeApi.Answer answer = invoke(Contact.incoming("the-contact"), CODE);

            assertThat(Duration.ofNanos(System.nanoTime() - begin))
                    .isBetween(Duration.ofMillis(5900), Duration.ofMillis(7900));
            assertThat(answer.failed()).isTrue();
            assertThat(answer.json()).contains("has not answered in full");
            assertThat(answer.json() + function.log()).doesNotContain(CODE, StubBackend.SECRET, "the-contact");
            // The process serves on.
            assertThat(invoke(Contact.incoming("c"), "").json()).contains("no_code");
        }
    }

    @Test
    void theJarIsWholeAndSmall() throws IOException {
        try (JarFile jar = new JarFile(JAR.toFile())) {
            assertThat(jar.getEntry("com/amazonaws/services/lambda/runtime/RequestStreamHandler.class"))
                    .isNotNull();
            assertThat(jar.stream().map(JarEntry::getName))
                    .allMatch(name ->
                            name.matches("META-INF/.*|(nl/(idcontact/(telephony/(lambda/[A-Za-z$-]*(.class)?)?)?)?)?"
                                    + "|(com/(amazonaws/(services/(lambda/(runtime/.*)?)?)?)?)?"));
        }
        assertThat(JAR).satisfies(file -> assertThat(Files.size(file)).isLessThan(100_000));
    }

    @Test
    void saysAtTheStartWhatIsMissing() {
        try (LambdaProcess function =
                LambdaProcess.start(api, JAR, HANDLER, Map.of("CALL_URL", "https://telephony.example/link_phone"))) {
            assertThat(api.initError()).contains("LINK_SECRET is not set", "[global.link]");
            assertThat(function.process().onExit().join().exitValue()).isEqualTo(1);
        }
    }

    @Test
    void anEventThatIsNoJsonIsAnErrorThatTellsNothing() throws IOException {
        try (StubBackend backend = new StubBackend().answering(200, LINKED);
                LambdaProcess function = LambdaProcess.start(api, JAR, HANDLER, backend.environment())) {
            MockRuntimeApi.Answer answer = api.invoke("{\"Details\":{\"Parameters\":{\"dtmf\":\"" + CODE + "\"");

            assertThat(answer.failed()).isTrue();
            assertThat(answer.json() + function.log())
                    .contains("Not a JSON object")
                    .doesNotContain(CODE);
        }
    }

    @Test
    void servesTheDeliveredFlow() throws IOException {
        try (StubBackend backend = new StubBackend()
                        .answering(404, "{\"attempts_left\":2}")
                        .answering(200, LINKED);
                LambdaProcess function = LambdaProcess.start(api, JAR, HANDLER, backend.environment())) {
            FlowInterpreter flow = new FlowInterpreter(ContactFlow.delivered(), event -> {
                MockRuntimeApi.Answer answer = api.invoke(JSON.writeValueAsString(event));
                if (answer.failed()) {
                    throw new IllegalStateException("The function failed");
                }
                Map<String, String> members = new HashMap<>();
                JSON.readTree(answer.json())
                        .properties()
                        .forEach(member ->
                                members.put(member.getKey(), member.getValue().asText()));
                return members;
            });

            FlowResult call = flow.run(Contact.incoming("contact-1"), new Caller() {
                @Override
                public void hears(String text) {}

                @Override
                public String keysIn(String prompt) {
                    return prompt.contains("klopt niet") ? CODE : "999";
                }
            });

            assertThat(call.attributes()).containsEntry("idContactReleaseToken", "a-release-token");
            assertThat(call.spoken().get(1)).contains("nog 2 keer");
            assertThat(function.process().isAlive()).isTrue();
        }
    }

    @Test
    void speaksTlsAndNoneOfItsOldVersions(@TempDir Path folder) throws Exception {
        TestCertificate certificate = TestCertificate.make(folder);
        String[] trust = certificate.trustedBy();
        try (StubBackend backend = new StubBackend(certificate.context()).answering(200, LINKED);
                LambdaProcess trusting = LambdaProcess.start(
                        api,
                        JAR,
                        HANDLER,
                        backend.environment(),
                        trust[0],
                        trust[1],
                        "-Djavax.net.debug=ssl:handshake")) {
            assertThat(invoke(Contact.incoming("c"), CODE).json()).contains("a-release-token");
            // What the client offers.
            assertThat(trusting.log()).contains("[TLSv1.3, TLSv1.2]");
        }
    }

    @Test
    void sendsNothingToABackendItDoesNotTrust(@TempDir Path folder) throws Exception {
        TestCertificate certificate = TestCertificate.make(folder);
        try (StubBackend backend = new StubBackend(certificate.context()).answering(200, LINKED);
                LambdaProcess strict = LambdaProcess.start(api, JAR, HANDLER, backend.environment())) {
            MockRuntimeApi.Answer answer = invoke(Contact.incoming("c"), CODE);

            assertThat(answer.failed()).isTrue();
            assertThat(answer.json()).contains("could not be reached (SSLHandshakeException)");
            assertThat(backend.requests()).isEmpty();
            assertThat(strict.process().isAlive()).isTrue();
        }
    }

    private MockRuntimeApi.Answer invoke(Contact contact, String dtmf) {
        try {
            return api.invoke(JSON.writeValueAsString(contact.event(Map.of("dtmf", dtmf))));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static MockRuntimeApi.Answer answer(String json) {
        return new MockRuntimeApi.Answer(false, json.replace('\'', '"'));
    }
}
