package io.github.cleanstaletypes.internal.sql;

import java.util.Locale;

/**
 * Makes a text from a database or a log harmless to print: control characters (a terminal obeys them), line breaks (a log would show a
 * line that nobody wrote) and characters that turn the direction of text are shown as escapes.
 */
public final class OneLine {

    private OneLine() {}

    /** The text on one line. */
    public static String of(String text) {
        if (plain(text) || text.codePoints().noneMatch(OneLine::harmful)) {
            return text;
        }
        StringBuilder escaped = new StringBuilder();
        text.codePoints().forEach(c -> append(escaped, c));
        return escaped.toString();
    }

    /** Whether it holds nothing but what ASCII can print: so do nearly all, of which there may be many thousands. */
    private static boolean plain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || c > '~') {
                return false;
            }
        }
        return true;
    }

    /** Appends the character, or what shows it. */
    public static void append(StringBuilder to, int c) {
        if (RawText.isByte(c)) {
            to.append(RawText.shown(c));
        } else if (harmful(c)) {
            to.append(String.format(Locale.ROOT, "\\u{%x}", c));
        } else {
            to.appendCodePoint(c);
        }
    }

    private static boolean harmful(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> true;
            default -> false;
        };
    }
}
