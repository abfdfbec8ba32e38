package io.github.cleanstaletypes.internal.claim.sql;

import io.github.cleanstaletypes.internal.claim.sql.Token.Kind;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Cuts SQL into tokens as the server's lexer and psql's do ({@code scan.l}, {@code psqlscan.l}), with standard-conforming strings.
 * Never fails: what is not closed reaches to the end of the text. Takes time in proportion to the text, and no stack.
 */
final class Scanner {

    private static final String PLACEHOLDER = "${";
    private static final Pattern COPY_DATA = Pattern.compile("(?i)\\bfrom\\s+p?stdin\\b");

    private final String text;
    private int at;

    Scanner(String text) {
        this.text = text;
    }

    /** The next token, or null at the end. */
    @Nullable
    Token next() {
        skipBlanksAndComments();
        if (at >= text.length()) {
            return null;
        }
        char c = text.charAt(at);
        if (c == '\'') {
            return string(false);
        }
        if (c == '"') {
            return known(Kind.QUOTED, quoted('"', false));
        }
        if (c == '\\') {
            return command();
        }
        if (c == '$' && !looking(PLACEHOLDER)) {
            return dollar();
        }
        if (Characters.startsWord(c) || looking(PLACEHOLDER)) {
            return word();
        }
        return Characters.digit(c) ? number() : symbol();
    }

    /** How many characters of the text are read. */
    int position() {
        return at;
    }

    /** Leaves out the data of a COPY: what follows on the next line, to a line that is {@code \.}. */
    void skipCopyData() {
        skipLine();
        while (at < text.length()) {
            int end = endOfLine();
            boolean last = text.substring(at, end).stripTrailing().equals("\\.");
            skipLine();
            if (last) {
                return;
            }
        }
    }

    private void skipBlanksAndComments() {
        while (at < text.length()) {
            if (looking("--")) {
                at = endOfLine();
            } else if (looking("/*")) {
                skipBlockComment();
            } else if (text.charAt(at) <= ' ' || text.charAt(at) == '\uFEFF') {
                at++;
            } else {
                return;
            }
        }
    }

    private void skipBlockComment() {
        int depth = 0;
        do {
            if (looking("/*")) {
                depth++;
                at += 2;
            } else if (looking("*/")) {
                depth--;
                at += 2;
            } else {
                at++;
            }
        } while (depth > 0 && at < text.length());
    }

    private Token string(boolean escapes) {
        return known(Kind.STRING, quoted('\'', escapes));
    }

    /** Reads from the opening quote to behind the closing one. */
    private String quoted(char quote, boolean escapes) {
        StringBuilder content = new StringBuilder();
        for (at++; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c == quote) {
                if (at + 1 >= text.length() || text.charAt(at + 1) != quote) {
                    at++;
                    break;
                }
                at++;
            } else if (c == '\\' && escapes && at + 1 < text.length()) {
                c = text.charAt(++at);
            }
            content.append(c);
        }
        return content.toString();
    }

    private Token dollar() {
        int tag = at + 1;
        while (tag < text.length() && Characters.continuesTag(text.charAt(tag), tag == at + 1)) {
            tag++;
        }
        if (tag >= text.length() || text.charAt(tag) != '$') {
            return symbol();
        }
        String delimiter = text.substring(at, tag + 1);
        int from = tag + 1;
        int end = text.indexOf(delimiter, from);
        String content = text.substring(from, end < 0 ? text.length() : end);
        at = end < 0 ? text.length() : end + delimiter.length();
        return known(Kind.STRING, content);
    }

    private Token word() {
        int start = at;
        while (at < text.length() && (Characters.continuesWord(text.charAt(at)) || looking(PLACEHOLDER))) {
            if (looking(PLACEHOLDER)) {
                int end = text.indexOf('}', at);
                at = end < 0 ? text.length() : end + 1;
            } else {
                at++;
            }
        }
        String word = Characters.fold(text.substring(start, at));
        if (looking("'")) {
            // E'…', B'…', X'…', N'…'
            return string(word.equals("e"));
        }
        if (word.equals("u") && (looking("&'") || looking("&\""))) {
            at++;
            quoted(text.charAt(at), false);
            return new Token(Kind.UNKNOWN, "");
        }
        return known(Kind.WORD, word);
    }

    private Token number() {
        int start = at;
        while (at < text.length() && (Characters.continuesWord(text.charAt(at)) || text.charAt(at) == '.')) {
            at++;
        }
        return new Token(Kind.SYMBOL, text.substring(start, at));
    }

    private Token symbol() {
        return new Token(Kind.SYMBOL, String.valueOf(text.charAt(at++)));
    }

    private Token command() {
        int start = at++;
        if (looking(";") || looking(".")) {
            at++;
            return new Token(Kind.COMMAND, text.substring(start, at));
        }
        while (at < text.length() && Characters.continuesWord(text.charAt(at))) {
            at++;
        }
        String name = text.substring(start, at);
        String rest = text.substring(at, endOfLine());
        if (name.equals("\\copy") && COPY_DATA.matcher(rest).find()) {
            skipCopyData();
        } else {
            at = endOfLine();
        }
        return new Token(Kind.COMMAND, name);
    }

    private static Token known(Kind kind, String text) {
        return new Token(text.contains(PLACEHOLDER) ? Kind.UNKNOWN : kind, text);
    }

    private boolean looking(String ahead) {
        return text.startsWith(ahead, at);
    }

    private int endOfLine() {
        int end = text.indexOf('\n', at);
        return end < 0 ? text.length() : end;
    }

    private void skipLine() {
        at = Math.min(text.length(), endOfLine() + 1);
    }
}
