package io.github.cleanstaletypes.internal.claim.migration;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Flyway's own placeholders. What a user defines is not known here, and stays as it is: a name that holds one claims nothing.
 *
 * @param values the values that are known, by name without the mark {@code flyway:}
 */
record Placeholders(Map<String, String> values) {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{flyway:(\\w+)}");

    Placeholders {
        values = Map.copyOf(values);
    }

    String replaceIn(String text) {
        return PLACEHOLDER
                .matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(values.getOrDefault(found.group(1), found.group())));
    }

    static boolean anyIn(String text) {
        return text.contains("${");
    }
}
