package nl.idcontact.telephony.app.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The documentation says what the program does. */
class DocumentationTest {

    private static final Path DOCS = Path.of("..", "docs");
    private static final String BEGIN = "<!-- settings -->\n";
    private static final String END = "<!-- /settings -->";

    @Test
    void theTableOfSettingsIsTheProgramsOwn() throws IOException {
        String page = Files.readString(DOCS.resolve("configuration.md"));

        assertThat(page.substring(page.indexOf(BEGIN) + BEGIN.length(), page.indexOf(END)))
                .as("replace the table in docs/configuration.md by the expected one")
                .isEqualTo(table());
    }

    @Test
    void theExampleIsRightAndShowsEverySetting(@TempDir Path secrets) throws IOException {
        Path example = DOCS.resolve("example.toml");
        Path privateKey = Files.writeString(secrets.resolve("a"), TestKeys.pem(TestKeys.RSA.getPrivate()));
        Path publicKey = Files.writeString(secrets.resolve("b"), TestKeys.pem(TestKeys.RSA.getPublic()));
        Map<String, String> variables = Map.of(
                "IDCONTACT_DECRYPTION_PRIVKEY_KEY_FILE", privateKey.toString(),
                "IDCONTACT_SIGNATURE_PUBKEY_KEY_FILE", publicKey.toString(),
                "IDCONTACT_LINK_SECRET", TestFile.SECRET);

        Reading reading = new ConfigurationReader(variables).read(Optional.of(example));

        assertThat(reading).isInstanceOf(Reading.Accepted.class);
        assertThat(reading.warnings()).isEmpty();
        String text = Files.readString(example);
        assertThat(Settings.ALL).allSatisfy(setting -> assertThat(text).contains(Tree.last(setting.path())));
    }

    private static String table() {
        return "| Key | Holds | Default | Meaning |\n| --- | --- | --- | --- |\n"
                + Settings.ALL.stream().map(DocumentationTest::row).collect(Collectors.joining());
    }

    private static String row(Setting<?> setting) {
        String standard = setting.defaultText();
        String unlessSet = setting.required() ? "required" : standard == null ? "" : "`" + standard + "`";
        return "| `%s` | %s | %s | %s |\n"
                .formatted(
                        setting.path(), setting.type().expected(), unlessSet.replace("``", "none"), setting.meaning());
    }
}
