package io.github.cleanstaletypes.internal.sql;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * A statement that is kept in a {@code .sql} resource, its psql variables {@code :'x'} turned into JDBC parameters.
 *
 * @param text the statement with {@code ?} for each variable
 * @param parameters the variables' names, in the order of the question marks
 */
public record SqlResource(String text, List<String> parameters) {

    private static final Pattern VARIABLE = Pattern.compile(":'(\\w+)'");

    /** One that lies beside this class. */
    public static SqlResource named(Class<?> beside, String file) {
        String source = read(beside, file);
        return new SqlResource(
                VARIABLE.matcher(source).replaceAll("?"),
                VARIABLE.matcher(source).results().map(SqlResource::name).toList());
    }

    private static String name(MatchResult variable) {
        return variable.group(1);
    }

    private static String read(Class<?> beside, String file) {
        try (InputStream in = beside.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("The statement " + file + " is missing from the jar");
            }
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
            return text.endsWith(";") ? text.substring(0, text.length() - 1) : text;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
