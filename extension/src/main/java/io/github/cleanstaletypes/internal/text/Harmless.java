package io.github.cleanstaletypes.internal.text;

import io.github.cleanstaletypes.internal.finding.remedy.Audience;
import io.github.cleanstaletypes.internal.finding.remedy.Phrase;
import io.github.cleanstaletypes.internal.sql.OneLine;

/**
 * Makes a text from a database harmless to print: control characters (a terminal obeys them), line breaks (a log would show a line that
 * nobody wrote) and characters that turn the direction of text are shown as escapes.
 */
public final class Harmless {

    private static final String ESCAPED =
            "-- Not to be run: some characters are shown as \\u{...} here. " + Phrase.UNDO_AS_IT_IS.words();

    private Harmless() {}

    /** The text on one line. */
    public static String line(String text) {
        return OneLine.of(text);
    }

    /**
     * What brings a type back, as it can be shown. A script must hold the characters themselves, so a comment on top says so where one
     * had to be escaped, and where this reader has them.
     */
    public static String undo(String statements, Audience reader) {
        String shown = statements(statements);
        return shown.equals(statements) ? shown : reader.words(ESCAPED) + "\n" + shown;
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
