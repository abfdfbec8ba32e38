package io.github.cleanstaletypes.internal.claim;

import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A pattern for schema names: {@code *} is any number of characters, {@code ?} is one, all else is literal.
 *
 * @param glob the pattern as it was written
 */
public record SchemaGlob(String glob) {

    /** Whether the pattern covers this schema. */
    public boolean covers(String schema) {
        String regex = glob.codePoints()
                .mapToObj(c -> c == '*' ? ".*" : c == '?' ? "." : Pattern.quote(Character.toString(c)))
                .collect(Collectors.joining());
        return Pattern.compile(regex, Pattern.DOTALL).matcher(schema).matches();
    }
}
