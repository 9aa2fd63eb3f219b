package nl.idcontact.telephony.app.config;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The types of the settings that are one text. */
final class Types {

    /** ASCII digits with an optional plus sign, 3 to 15 of them (ITU-T E.164 has at most 15). */
    static final ValueType<String> PHONE_NUMBER = text("3 to 15 digits with an optional + in front", "\\+?[0-9]{3,15}");

    /** An AWS region; its name becomes a part of addresses that the softphone calls. */
    static final ValueType<String> REGION = text("an AWS region such as eu-central-1", "[a-z]{2}(-[a-z]+)+-[0-9]{1,2}");

    private Types() {}

    private static ValueType<String> text(String expected, String pattern) {
        Predicate<String> right = Pattern.compile(pattern).asMatchPredicate();
        return new TextType<>(expected, text -> Optional.of(text).filter(right));
    }

    /** One of the constants of {@code type}, written in small letters. */
    static <E extends Enum<E>> ValueType<E> oneOf(Class<E> type) {
        E[] constants = type.getEnumConstants();
        String expected = Arrays.stream(constants)
                .map(constant -> '"' + written(constant) + '"')
                .collect(Collectors.joining(" or "));
        return new TextType<>(
                expected,
                text -> Arrays.stream(constants)
                        .filter(constant -> written(constant).equals(text))
                        .findFirst());
    }

    private static String written(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    /** An ISO 8601 duration between two bounds, both included. */
    static ValueType<Duration> duration(String min, String max) {
        Duration least = Duration.parse(min);
        Duration most = Duration.parse(max);
        String expected = "an ISO 8601 duration from " + min + " to " + max + ", such as PT1H";
        return new TextType<>(
                expected,
                text -> parseDuration(text)
                        .filter(duration -> duration.compareTo(least) >= 0 && duration.compareTo(most) <= 0));
    }

    private static Optional<Duration> parseDuration(String text) {
        try {
            return Optional.of(Duration.parse(text));
        } catch (DateTimeParseException notADuration) {
            return Optional.empty();
        }
    }
}
