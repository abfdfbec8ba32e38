package io.github.cleanstaletypes.internal.catalog;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Says what the comment of a type keeps that was renamed out of the way: the marker, its original name as a quoted identifier, and on
 * the lines below the comment that it had. The comment tells a quarantined type, never its name.
 *
 * @param originalName the name before it was renamed
 * @param originalComment the comment before it was renamed, or null
 */
public record Quarantine(String originalName, @Nullable String originalComment) {

    /** How the comment of every quarantined type begins. */
    public static final String MARKER = "clean-stale-types: quarantined, original name ";

    /** The comment that says this. */
    public String comment() {
        String quoted = MARKER + '"' + originalName.replace("\"", "\"\"") + '"';
        return originalComment == null ? quoted : quoted + '\n' + originalComment;
    }

    static Optional<Quarantine> parse(@Nullable String comment) {
        if (comment == null || !comment.startsWith(MARKER + '"')) {
            return Optional.empty();
        }
        StringBuilder name = new StringBuilder();
        for (int i = MARKER.length() + 1; i < comment.length(); i++) {
            char c = comment.charAt(i);
            if (c != '"') {
                name.append(c);
            } else if (i + 1 < comment.length() && comment.charAt(i + 1) == '"') {
                name.append(c);
                i++;
            } else {
                return close(name.toString(), comment.substring(i + 1));
            }
        }
        return Optional.empty();
    }

    private static Optional<Quarantine> close(String name, String rest) {
        if (name.isEmpty() || (!rest.isEmpty() && rest.charAt(0) != '\n')) {
            return Optional.empty();
        }
        return Optional.of(new Quarantine(name, rest.isEmpty() ? null : rest.substring(1)));
    }
}
