package io.github.cleanstaletypes.internal.claim;

import java.util.ArrayList;
import java.util.List;

/** Reads names as the server's lexer does ({@code scan.l}): parts with dots between, names with commas between. */
final class NameParser {

    private static final String BLANKS = " \t\n\r\f\u000b";

    private final String text;
    private int at;
    private int number;

    NameParser(String text) {
        this.text = text;
    }

    List<SqlName> list() {
        List<SqlName> names = new ArrayList<>();
        do {
            number++;
            names.add(name());
        } while (skip(','));
        if (at < text.length()) {
            throw problem("'" + text.charAt(at) + "' needs double quotes around the name, as in \"my-type\"");
        }
        return names;
    }

    private SqlName name() {
        List<String> parts = new ArrayList<>();
        do {
            parts.add(part());
        } while (skip('.'));
        return switch (parts.size()) {
            case 1 -> new SqlName(null, parts.get(0));
            case 2 -> new SqlName(parts.get(0), parts.get(1));
            default -> throw problem("write schema.name; the database is the one that you connect to");
        };
    }

    private String part() {
        blanks();
        String part = at < text.length() && text.charAt(at) == '"' ? quoted() : unquoted();
        blanks();
        if (part.isEmpty()) {
            throw problem("it has an empty part");
        }
        if (holdsHalfOfACharacter(part)) {
            throw problem("it holds half of a character");
        }
        return part;
    }

    private static boolean holdsHalfOfACharacter(String part) {
        for (int i = 0; i < part.length(); i++) {
            char c = part.charAt(i);
            if (Character.isHighSurrogate(c) && i + 1 < part.length() && Character.isLowSurrogate(part.charAt(i + 1))) {
                i++;
            } else if (Character.isSurrogate(c)) {
                return true;
            }
        }
        return false;
    }

    private String quoted() {
        StringBuilder part = new StringBuilder();
        for (at++; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c == '\0') {
                throw problem("no name can hold a NUL character");
            }
            if (c == '"') {
                if (at + 1 == text.length() || text.charAt(at + 1) != '"') {
                    at++;
                    return part.toString();
                }
                at++;
            }
            part.append(c);
        }
        throw problem("its double quote is not closed");
    }

    private String unquoted() {
        StringBuilder part = new StringBuilder();
        while (at < text.length() && identifierPart(text.charAt(at), part.isEmpty())) {
            part.append(fold(text.charAt(at++)));
        }
        return part.toString();
    }

    private static boolean identifierPart(char c, boolean first) {
        return isLetter(c) || c == '_' || c >= 0x80 || (!first && (isDigit(c) || c == '$'));
    }

    private static boolean isLetter(char c) {
        return fold(c) >= 'a' && fold(c) <= 'z';
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    /** As {@code downcase_identifier} does: ASCII only in a multi-byte encoding, and never by the locale. */
    private static char fold(char c) {
        return c >= 'A' && c <= 'Z' ? (char) (c + ('a' - 'A')) : c;
    }

    private void blanks() {
        while (at < text.length() && BLANKS.indexOf(text.charAt(at)) >= 0) {
            at++;
        }
    }

    private boolean skip(char separator) {
        if (at < text.length() && text.charAt(at) == separator) {
            at++;
            return true;
        }
        return false;
    }

    private InvalidNameException problem(String why) {
        return new InvalidNameException(text, number, why);
    }
}
