package io.github.cleanstaletypes.internal.sql;

import java.util.ArrayList;
import java.util.List;

/**
 * A statement that is kept in a {@code .sql} resource, its psql variables {@code :'x'} turned into JDBC parameters. It begins with a
 * comment that holds its name, so that a server's log tells our statements from others. Immutable.
 *
 * @param text the statement with {@code ?} for each variable
 * @param parameters the variables' names, in the order of the question marks
 */
public record SqlResource(String text, List<String> parameters) {

    private static final String VARIABLE = ":'";

    /** Begins a line that stands for a part which several statements share, as psql has it for a variable that holds text of a statement. */
    private static final String SHARED_PART = "\n:";

    private static final String ENDING = ".sql";

    /** Reads the statement that lies beside this class. */
    public static SqlResource named(Class<?> beside, String file) {
        return composed(file.substring(0, file.length() - ENDING.length()), fragment(beside, file));
    }

    /**
     * Names a statement that is put together from others, or from names that the server has quoted.
     *
     * @param name such as {@code row_counts}
     * @param source the statement, with psql variables
     */
    public static SqlResource composed(String name, String source) {
        List<String> parameters = new ArrayList<>();
        StringBuilder text = new StringBuilder(source.length());
        int copied = 0;
        for (int at = source.indexOf(VARIABLE); at >= 0; at = source.indexOf(VARIABLE, at + 1)) {
            int end = endOfWord(source, at + VARIABLE.length());
            if (end > at + VARIABLE.length() && source.startsWith("'", end)) {
                text.append(source, copied, at).append('?');
                parameters.add(source.substring(at + VARIABLE.length(), end));
                copied = end + 1;
            }
        }
        text.append(source, copied, source.length());
        return new SqlResource(named(name, text.toString()), List.copyOf(parameters));
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
        String text = ResourceText.of(beside, file).strip();
        String statement = text.endsWith(";") ? text.substring(0, text.length() - 1) : text;
        // the first line may be one, too
        String lines = "\n" + statement;
        StringBuilder whole = new StringBuilder(lines.length());
        int copied = 0;
        for (int at = lines.indexOf(SHARED_PART); at >= 0; at = lines.indexOf(SHARED_PART, at + 1)) {
            int name = at + SHARED_PART.length();
            int end = endOfWord(lines, name);
            if (end > name && (end == lines.length() || lines.charAt(end) == '\n')) {
                whole.append(lines, copied, at + 1).append(fragment(beside, lines.substring(name, end) + ENDING));
                copied = end;
            }
        }
        return whole.append(lines, copied, lines.length()).substring(1);
    }

    private static int endOfWord(String text, int from) {
        int end = from;
        while (end < text.length() && (Character.isLetterOrDigit(text.charAt(end)) || text.charAt(end) == '_')) {
            end++;
        }
        return end;
    }
}
