package io.github.cleanstaletypes.internal.error.message;

/**
 * Judges where a name in quotes ends if the message ends with the quote: a name can have quotes in it, so not each quote is the end. A
 * sensible end is no part of a word, and what is in the quotes has as many quotes that open as such that close.
 */
final class Quotes {

    private static final String ALL = "\"«»„“”「」『』";
    private static final String PAIRS = "«»„“「」『』";

    private Quotes() {}

    /** Whether the message can begin with the quote before this argument. */
    static boolean sensibleStart(String literal, String text, int argumentStart, int argumentEnd) {
        int before = argumentStart - literal.length() - 1;
        return !onlyQuote(literal)
                || ((before < 0 || !Words.inWord(text.charAt(before))) && paired(text, argumentStart, argumentEnd));
    }

    /** Whether the message can end with the quote after this argument. */
    static boolean sensibleEnd(String literal, String text, int argumentStart, int argumentEnd) {
        int after = argumentEnd + literal.length();
        return !onlyQuote(literal)
                || ((after >= text.length() || !Words.inWord(text.charAt(after)))
                        && paired(text, argumentStart, argumentEnd));
    }

    private static boolean onlyQuote(String literal) {
        String stripped = literal.strip();
        return stripped.length() == 1 && ALL.contains(stripped);
    }

    /** Whether there are as many quotes that open as such that close. */
    static boolean paired(String text, int start, int end) {
        int straight = 0;
        int open = 0;
        for (int i = start; i < end; i++) {
            char c = text.charAt(i);
            int pair = PAIRS.indexOf(c);
            straight += c == '"' ? 1 : 0;
            open += pair < 0 ? 0 : 1 - 2 * (pair % 2);
        }
        return straight % 2 == 0 && open == 0;
    }
}
