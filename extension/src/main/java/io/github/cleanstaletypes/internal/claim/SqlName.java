package io.github.cleanstaletypes.internal.claim;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A name as SQL reads it: unquoted folds to lower case, quoted is literal (manual section 4.1.1).
 *
 * @param schema the schema, or null for a bare name, which means the search path
 * @param name the name
 */
public record SqlName(@Nullable String schema, String name) {

    private static final Pattern PLAIN = Pattern.compile("[a-z_][a-z0-9_$]*");

    /**
     * Reads one name, such as {@code accounts_user}, {@code app.accounts_user} or {@code "My Schema"."My.Type"}.
     *
     * @throws InvalidNameException if SQL would not read it as a name
     */
    public static SqlName parse(String written) {
        List<SqlName> names = parseList(written);
        if (names.size() != 1) {
            throw new InvalidNameException(written, 1, "it is " + names.size() + " names, not one");
        }
        return names.get(0);
    }

    /**
     * Reads names with commas between them.
     *
     * @throws InvalidNameException if SQL would not read one of them as a name
     */
    public static List<SqlName> parseList(String written) {
        return new NameParser(written).list();
    }

    /** The name as it is to be written in SQL, quoted where a quote can be needed. */
    @Override
    public String toString() {
        return schema == null ? quoted(name) : quoted(schema) + "." + quoted(name);
    }

    private static String quoted(String part) {
        return PLAIN.matcher(part).matches() ? part : '"' + part.replace("\"", "\"\"") + '"';
    }

    /** The names as SQL writes them, with commas. */
    public static String list(List<SqlName> names) {
        return names.stream().map(SqlName::toString).collect(Collectors.joining(", "));
    }
}
