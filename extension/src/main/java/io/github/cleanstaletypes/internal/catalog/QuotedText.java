package io.github.cleanstaletypes.internal.catalog;

import java.util.Optional;

/**
 * A name in double quotes within a text, a quote in it doubled.
 *
 * @param text the name, never empty
 * @param end where the text goes on behind the closing quote
 */
record QuotedText(String text, int end) {

    static String of(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    /** The name whose opening quote stands at this place; empty if there is none, or it is not closed. */
    static Optional<QuotedText> at(String all, int start) {
        if (start >= all.length() || all.charAt(start) != '"') {
            return Optional.empty();
        }
        StringBuilder name = new StringBuilder();
        for (int i = start + 1; i < all.length(); i++) {
            char c = all.charAt(i);
            if (c == '"') {
                if (i + 1 >= all.length() || all.charAt(i + 1) != '"') {
                    return name.isEmpty() ? Optional.empty() : Optional.of(new QuotedText(name.toString(), i + 1));
                }
                i++;
            }
            name.append(c);
        }
        return Optional.empty();
    }
}
