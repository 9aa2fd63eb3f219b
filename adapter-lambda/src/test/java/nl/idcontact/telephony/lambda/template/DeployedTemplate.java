package nl.idcontact.telephony.lambda.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import nl.idcontact.telephony.lambda.flow.ContactFlow;

/** The CloudFormation template as it comes out with given parameters: the few intrinsic functions that it uses are worked out. */
final class DeployedTemplate {
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Za-z0-9:.]+)}");

    private final JsonNode template;
    private final Map<String, String> parameters = new HashMap<>();

    private DeployedTemplate(JsonNode template, Map<String, String> parameters) {
        this.template = template;
        template.path("Parameters").properties().forEach(parameter -> {
            // An ARN to be filled in stands as its own name, as in contact-flow.json.
            String own = "${" + parameter.getKey() + "}";
            this.parameters.put(
                    parameter.getKey(), parameter.getValue().path("Default").asText(own));
        });
        this.parameters.putAll(parameters);
    }

    static JsonNode yaml() {
        try {
            return new ObjectMapper(new YAMLFactory())
                    .readTree(Path.of("connect", "template.yaml").toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static DeployedTemplate with(Map<String, String> parameters) {
        return new DeployedTemplate(yaml(), parameters);
    }

    ContactFlow flow() {
        return ContactFlow.load(text(template.at("/Resources/LinkFlow/Properties/Content")));
    }

    private String text(JsonNode value) {
        if (value.isValueNode()) {
            return value.asText();
        }
        String function = value.fieldNames().next();
        JsonNode argument = value.get(function);
        return switch (function) {
            case "Ref" -> parameters.getOrDefault(argument.asText(), "${" + reference(argument.asText()) + "}");
            case "Fn::Sub" -> substituted(argument);
            case "Fn::If" -> text(condition(argument.get(0).asText()) ? argument.get(1) : argument.get(2));
            case "Fn::FindInMap" ->
                template.at("/Mappings/" + text(argument.get(0)) + "/" + text(argument.get(1)) + "/"
                                + text(argument.get(2)))
                        .asText();
            case "Fn::Join" ->
                StreamSupport.stream(argument.get(1).spliterator(), false)
                        .map(this::text)
                        .collect(Collectors.joining(argument.get(0).asText()));
            default ->
                throw new IllegalArgumentException("The template uses " + function + ", which is not known here");
        };
    }

    /** What the resource is called in contact-flow.json. */
    private static String reference(String logicalName) {
        return logicalName.equals("LinkFunction.Alias") ? "LinkFunctionArn" : logicalName;
    }

    private String substituted(JsonNode argument) {
        JsonNode variables = argument.path(1);
        return VARIABLE.matcher(argument.isArray() ? argument.get(0).asText() : argument.asText())
                .replaceAll(match -> {
                    String name = match.group(1);
                    String value = variables.has(name) ? text(variables.get(name)) : parameters.get(name);
                    return Matcher.quoteReplacement(value == null ? match.group() : value);
                });
    }

    private boolean condition(String name) {
        return holds(template.at("/Conditions/" + name));
    }

    private boolean holds(JsonNode condition) {
        String function = condition.fieldNames().next();
        JsonNode argument = condition.get(function);
        return switch (function) {
            case "Fn::Not" -> !holds(argument.get(0));
            case "Fn::Equals" -> text(argument.get(0)).equals(text(argument.get(1)));
            default ->
                throw new IllegalArgumentException("The template uses " + function + ", which is not known here");
        };
    }
}
