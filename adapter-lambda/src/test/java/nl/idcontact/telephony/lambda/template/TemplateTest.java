package nl.idcontact.telephony.lambda.template;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import nl.idcontact.telephony.lambda.flow.ContactFlow;
import nl.idcontact.telephony.lambda.flow.FlowAction;
import nl.idcontact.telephony.lambda.flow.FlowLinter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TemplateTest {
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Za-z0-9:.]+)}");

    private final JsonNode template = DeployedTemplate.yaml();

    @ParameterizedTest
    @CsvSource({
        "nl, true, ''",
        "nl, false, ''",
        "en, true, key-1",
        "en, false, key-1",
        "both, true, ''",
        "both, false, key-1",
    })
    void deploysAFlowThatAmazonConnectTakes(String language, String keepPurpose, String encryptionKey) {
        ContactFlow flow = DeployedTemplate.with(Map.of(
                        "Language", language,
                        "KeepPurpose", keepPurpose,
                        "InputEncryptionKeyId", encryptionKey,
                        "InputEncryptionCertificate",
                                "-----BEGIN CERTIFICATE-----\\nMIIB\\n-----END CERTIFICATE-----\\n"))
                .flow();

        assertThat(FlowLinter.problems(flow)).isEmpty();
        assertThat(flow.action("keep-link").parameters().path("Attributes").has("idContactPurpose"))
                .isEqualTo(keepPurpose.equals("true"));
        for (FlowAction action : flow.actions()) {
            if (action.type().equals("GetParticipantInput")) {
                assertThat(action.parameter("InputEncryption/EncryptionKeyId")).isEqualTo(encryptionKey);
            }
        }
    }

    @Test
    void theFlowInTheTemplateIsTheOneInContactFlowJson() {
        // When it is not: `ContactFlowFile` writes the file anew from the template.
        assertThat(ContactFlow.delivered())
                .isEqualTo(DeployedTemplate.with(Map.of()).flow());
    }

    @Test
    void everyReferenceResolves() {
        Set<String> names = new TreeSet<>(List.of(
                "AWS::AccountId",
                "AWS::NoValue",
                "AWS::Partition",
                "AWS::Region",
                "AWS::StackName",
                "LinkFunction.Alias"));
        template.path("Parameters").fieldNames().forEachRemaining(names::add);
        template.path("Resources").fieldNames().forEachRemaining(names::add);

        assertThat(uses("Ref")).allSatisfy(use -> assertThat(names).contains(use.asText()));
        assertThat(uses("Fn::GetAtt"))
                .isNotEmpty()
                .allSatisfy(use -> assertThat(names).contains(use.path(0).asText()));
        assertThat(uses("DependsOn")).isNotEmpty().allSatisfy(use -> {
            for (String name : texts(use)) {
                assertThat(template.path("Resources").has(name)).as(name).isTrue();
            }
        });
        assertThat(uses("Fn::Sub")).isNotEmpty().allSatisfy(use -> {
            Set<String> known = new TreeSet<>(names);
            use.path(1).fieldNames().forEachRemaining(known::add);
            VARIABLE.matcher(use.isArray() ? use.get(0).asText() : use.asText())
                    .results()
                    .forEach(variable -> assertThat(known).contains(variable.group(1)));
        });
    }

    @Test
    void everyConditionParameterAndPromptIsThereAndUsed() {
        Set<String> conditions = new TreeSet<>();
        uses("Fn::If").forEach(use -> conditions.add(use.get(0).asText()));
        assertThat(conditions).containsExactlyInAnyOrderElementsOf(names("Conditions"));

        String text = template.toString();
        assertThat(names("Parameters"))
                .allSatisfy(name -> assertThat(text).containsAnyOf("{\"Ref\":\"" + name + "\"}", "${" + name + "}"));

        Map<String, Set<String>> prompts = new LinkedHashMap<>();
        template.at("/Mappings/Prompts").properties().forEach(language -> {
            Set<String> keys = new TreeSet<>();
            language.getValue().properties().forEach(prompt -> {
                keys.add(prompt.getKey());
                assertThat(prompt.getValue().asText()).isNotBlank().doesNotContain("\"", "\\", "${");
            });
            prompts.put(language.getKey(), keys);
        });
        assertThat(prompts.keySet())
                .containsExactlyInAnyOrderElementsOf(texts(template.at("/Parameters/Language/AllowedValues")));
        Set<String> used = new TreeSet<>();
        uses("Fn::FindInMap").forEach(use -> used.add(use.get(2).asText()));
        assertThat(prompts.values()).allSatisfy(keys -> assertThat(keys).isEqualTo(used));
    }

    @Test
    void amazonConnectMayCallWhatTheFlowCalls() {
        JsonNode resources = template.path("Resources");
        JsonNode permission = resources.at("/ConnectMayInvoke/Properties");
        JsonNode called = resources.at("/LinkFlow/Properties/Content/Fn::Sub/1/LinkFunctionArn");
        assertThat(permission.path("FunctionName")).isEqualTo(called);
        assertThat(permission.path("Principal").asText()).isEqualTo("connect.amazonaws.com");
        assertThat(permission.at("/SourceArn/Ref").asText()).isEqualTo("InstanceArn");
        assertThat(resources.at("/LinkFunctionAssociation/Properties/IntegrationArn"))
                .isEqualTo(called);
        assertThat(resources.at("/LinkFunction/Properties/Timeout").asInt()).isBetween(7, 8);
    }

    private List<JsonNode> uses(String name) {
        List<JsonNode> uses = new ArrayList<>();
        collect(template, name, uses);
        return uses;
    }

    private static void collect(JsonNode node, String name, List<JsonNode> uses) {
        if (node.isObject() && node.has(name)) {
            uses.add(node.get(name));
        }
        node.forEach(child -> collect(child, name, uses));
    }

    private Set<String> names(String section) {
        Set<String> names = new TreeSet<>();
        template.path(section).fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static List<String> texts(JsonNode value) {
        List<String> texts = new ArrayList<>();
        if (value.isArray()) {
            value.forEach(element -> texts.add(element.asText()));
        } else {
            texts.add(value.asText());
        }
        return texts;
    }
}
