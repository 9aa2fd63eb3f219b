package nl.idcontact.telephony.lambda.template;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Writes {@code connect/contact-flow.json} anew after the flow in the template has changed; run it in the module's folder. */
final class ContactFlowFile {
    private ContactFlowFile() {}

    public static void main(String[] args) throws IOException {
        Files.writeString(
                Path.of("connect", "contact-flow.json"),
                DeployedTemplate.with(Map.of()).flow() + "\n");
    }
}
