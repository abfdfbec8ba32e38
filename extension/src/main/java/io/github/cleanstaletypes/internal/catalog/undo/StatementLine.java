package io.github.cleanstaletypes.internal.catalog.undo;

import java.util.Locale;

/**
 * Writes a statement of the server's on one line: control characters within quotes become escapes, which mean the same in any encoding,
 * and line breaks outside of them become blanks. So nothing that a user has named, labelled or noted begins a line of a script. A string
 * with a backslash is written so that it means the same whatever {@code standard_conforming_strings} is: a client that sends all
 * statements as one has them read before the first is carried out.
 *
 * <p>It knows the forms that the server writes under {@code standard_conforming_strings}: names, strings, and strings with escapes.
 */
final class StatementLine {

    private final String statement;
    private final StringBuilder line = new StringBuilder();
    private int next;

    private StatementLine(String statement) {
        this.statement = statement;
    }

    static String of(String statement) {
        return plain(statement) ? statement : new StatementLine(statement).write();
    }

    /** Whether nothing in it would be written in another way: so of nearly all, of which there may be many thousands. */
    private static boolean plain(String statement) {
        for (int i = 0; i < statement.length(); i++) {
            char c = statement.charAt(i);
            if (control(c) || c == '\\') {
                return false;
            }
        }
        return true;
    }

    private String write() {
        while (next < statement.length()) {
            char c = statement.charAt(next);
            if (c == '"' || c == '\'') {
                quoted(c);
            } else {
                unquoted(c);
                next++;
            }
        }
        return line.toString();
    }

    /** The server lays out a CASE on several lines. */
    private void unquoted(char c) {
        if (!control(c)) {
            line.append(c);
        } else if (line.length() > 0 && line.charAt(line.length() - 1) != ' ') {
            line.append(' ');
        }
    }

    private void quoted(char quote) {
        boolean escapes = quote == '\'' && afterEscapeMark();
        int end = end(quote, escapes);
        String content = statement.substring(next + 1, end);
        next = end + 1;
        boolean safe = content.chars().noneMatch(c -> control((char) c) || (quote == '\'' && c == '\\'));
        if (safe) {
            line.append(quote).append(content).append(quote);
        } else if (escapes) {
            line.append(quote).append(escaped(content, "\\u")).append(quote);
        } else {
            String doubled = content.replace("\\", "\\\\");
            line.append(quote == '"' ? "U&\"" : "E'")
                    .append(escaped(doubled, quote == '"' ? "\\" : "\\u"))
                    .append(quote);
        }
    }

    /** Whether the quote that begins here is that of {@code E'...'}. */
    private boolean afterEscapeMark() {
        return next > 0
                && statement.charAt(next - 1) == 'E'
                && (next == 1 || !Character.isUnicodeIdentifierPart(statement.charAt(next - 2)));
    }

    /** Where the closing quote is: a doubled one is part of the content, and so is one after a backslash where that escapes. */
    private int end(char quote, boolean escapes) {
        int i = next + 1;
        while (i < statement.length()) {
            char c = statement.charAt(i);
            if (c == quote && (i + 1 == statement.length() || statement.charAt(i + 1) != quote)) {
                return i;
            }
            i += c == quote || (escapes && c == '\\') ? 2 : 1;
        }
        throw new IllegalArgumentException("A quote is not closed: " + statement);
    }

    private static String escaped(String content, String mark) {
        StringBuilder escaped = new StringBuilder();
        for (int i = 0; i < content.length(); i++) {
            char c = content.charAt(i);
            if (control(c)) {
                escaped.append(mark).append(String.format(Locale.ROOT, "%04x", (int) c));
            } else {
                escaped.append(c);
            }
        }
        return escaped.toString();
    }

    private static boolean control(char c) {
        return c < ' ' || c == 0x7f;
    }
}
