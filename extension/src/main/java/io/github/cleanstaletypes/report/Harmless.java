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

    /** The text, line feeds kept, as statements have them. */
    public static String lines(String text) {
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

    private static String escaped(String text, boolean keepLines) {
        if (text.codePoints().noneMatch(Harmless::harmful)) {
            return text;
        }
        StringBuilder escaped = new StringBuilder();
        text.codePoints().forEach(c -> {
            if (harmful(c) && !(keepLines && c == '\n')) {
                escaped.append(String.format(Locale.ROOT, "\\u{%x}", c));
            } else {
                escaped.appendCodePoint(c);
            }
        });
        return escaped.toString();
    }
}
