package io.github.cleanstaletypes.internal.text;

import io.github.cleanstaletypes.internal.finding.OneLine;

/**
 * Makes a text from a database harmless to print: control characters (a terminal obeys them), line breaks (a log would show a line that
 * nobody wrote) and characters that turn the direction of text are shown as escapes.
 */
public final class Harmless {

    private Harmless() {}

    /** The text on one line. */
    public static String line(String text) {
        return OneLine.of(text);
    }

    /** The statements, on the lines that they have; a line feed within quotes belongs to a name or a literal, and is escaped. */
    public static String statements(String text) {
        StringBuilder escaped = new StringBuilder();
        int quote = 0;
        for (int c : text.codePoints().toArray()) {
            if (c == '\n' && quote == 0) {
                escaped.append('\n');
            } else {
                OneLine.append(escaped, c);
            }
            if (c == '\'' || c == '"') {
                // a doubled quote closes and opens again
                quote = quote == 0 ? c : quote == c ? 0 : quote;
            }
        }
        return escaped.toString();
    }
}
