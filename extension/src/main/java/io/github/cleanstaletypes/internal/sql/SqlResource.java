package io.github.cleanstaletypes.internal.sql;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A statement that is kept in a {@code .sql} resource, its psql variables {@code :'x'} turned into JDBC parameters. It begins with a
 * comment that holds its name, so that a server's log tells our statements from others. Immutable.
 *
 * @param text the statement with {@code ?} for each variable
 * @param parameters the variables' names, in the order of the question marks
 */
public record SqlResource(String text, List<String> parameters) {

    private static final Pattern VARIABLE = Pattern.compile(":'(\\w+)'");

    /** A line that stands for a part which several statements share, as psql has it for a variable that holds text of a statement. */
    private static final Pattern SHARED_PART = Pattern.compile("^:(\\w+)$", Pattern.MULTILINE);

    /** Reads the statement that lies beside this class. */
    public static SqlResource named(Class<?> beside, String file) {
        return composed(file.replaceFirst("\\.sql$", ""), fragment(beside, file));
    }

    /**
     * Names a statement that is put together from others, or from names that the server has quoted.
     *
     * @param name such as {@code row_counts}
     * @param source the statement, with psql variables
     */
    public static SqlResource composed(String name, String source) {
        return new SqlResource(
                named(name, VARIABLE.matcher(source).replaceAll("?")),
                VARIABLE.matcher(source)
                        .results()
                        .map((MatchResult variable) -> variable.group(1))
                        .toList());
    }

    /** Names a statement that holds names of somebody's, in which nothing is a variable. */
    public static SqlResource verbatim(String name, String source) {
        return new SqlResource(named(name, source), List.of());
    }

    /** The same of this table, whose name the server has quoted; the statement has {@code %s} in the place of it. */
    public SqlResource of(String quotedName) {
        return new SqlResource(text.formatted(quotedName), parameters);
    }

    /** The statement with the comment that names it. */
    public static String named(String name, String statement) {
        return "/* clean-stale-types:" + name + " */ " + statement;
    }

    /** Reads a part of a statement, which lies beside this class; a line {@code :part} in it stands for {@code part.sql}. */
    public static String fragment(Class<?> beside, String file) {
        try (InputStream in = beside.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("The statement " + file + " is missing from the jar");
            }
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
            String statement = text.endsWith(";") ? text.substring(0, text.length() - 1) : text;
            return SHARED_PART
                    .matcher(statement)
                    .replaceAll(
                            (MatchResult part) -> Matcher.quoteReplacement(fragment(beside, part.group(1) + ".sql")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
