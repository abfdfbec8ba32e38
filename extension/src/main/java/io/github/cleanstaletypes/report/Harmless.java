package io.github.cleanstaletypes.report;

import java.util.Locale;

/**
 * Makes a text from a database harmless to print: control characters (a terminal obeys them), line breaks (a log would show a line that
 * nobody wrote) and characters that turn the direction of text are shown as escapes.
 */
public final class Harmless {

    private Harmless() {}

    /** The text on one line. */
    public static String line(String text) {
        return escaped(text, false);
    }

    /** The statements, on the lines that they have; a line feed within quotes belongs to a name or a literal, and is escaped. */
    public static String statements(String text) {
        return escaped(text, true);
    }

    static boolean harmful(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> true;
            default -> false;
        };
    }

    private static String escaped(String text, boolean keepStructure) {
        if (text.codePoints().noneMatch(Harmless::harmful)) {
            return text;
        }
        StringBuilder escaped = new StringBuilder();
        int quote = 0;
        for (int c : text.codePoints().toArray()) {
            if (harmful(c) && !(keepStructure && c == '\n' && quote == 0)) {
                escaped.append(String.format(Locale.ROOT, "\\u{%x}", c));
            } else {
                escaped.appendCodePoint(c);
            }
            if (c == '\'' || c == '"') {
                // a doubled quote closes and opens again
                quote = quote == 0 ? c : quote == c ? 0 : quote;
            }
        }
        return escaped.toString();
    }
}
