package nl.idcontact.telephony.postgres;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nl.idcontact.telephony.domain.model.Fingerprint;
import nl.idcontact.telephony.domain.model.Fingerprints;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.argument.NamedArgumentFinder;
import org.jdbi.v3.core.statement.StatementContext;

/**
 * SQL that is written for values of one fingerprint, which is nearly always, or of several, while keys rotate:
 *
 * <ul>
 *   <li>{@code [calls]} stands for one parameter a fingerprint, {@code :calls_0} or {@code :calls_0, :calls_1}. An array would do
 *       as well, but has to be packed and unpacked, and PostgreSQL plans for many values what is one.
 *   <li>What stands in double braces is there for several fingerprints only: one is guarded by the unique constraint.
 * </ul>
 */
final class KeyedSql {
    private static final Pattern NAME = Pattern.compile("\\[([a-z]+)]");
    private static final Pattern FOR_SEVERAL = Pattern.compile("\\{\\{(.*?)}}", Pattern.DOTALL);

    private final String template;
    private final String forOne;

    KeyedSql(String template) {
        this.template = template;
        this.forOne = written(1);
    }

    /** The statement for values that have as many fingerprints as {@code value}: there is one a storage key. */
    String of(Fingerprints<?> value) {
        return value.isOne() ? forOne : written(value.all().size());
    }

    /** The statement for values that have one. */
    String ofOne() {
        return forOne;
    }

    /** The parameters that stand for {@code [name]}. */
    static NamedArgumentFinder all(String name, Fingerprints<?> value) {
        Map<String, Argument> parameters = new HashMap<>();
        List<? extends Fingerprint<?>> all = value.all();
        for (int i = 0; i < all.size(); i++) {
            parameters.put(parameter(name, i), Binding.bytes(all.get(i)));
        }
        return new NamedArgumentFinder() {
            @Override
            public Optional<Argument> find(String wanted, StatementContext context) {
                return Optional.ofNullable(parameters.get(wanted));
            }

            @Override
            public Collection<String> getNames() {
                return parameters.keySet();
            }
        };
    }

    private String written(int count) {
        String conditions = FOR_SEVERAL.matcher(template).replaceAll(count == 1 ? "" : "$1");
        return NAME.matcher(conditions)
                .replaceAll(name -> IntStream.range(0, count)
                        .mapToObj(i -> ":" + parameter(name.group(1), i))
                        .collect(Collectors.joining(", ")));
    }

    private static String parameter(String name, int number) {
        return name + "_" + number;
    }
}
