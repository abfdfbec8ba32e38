package io.github.cleanstaletypes.internal.claim.sql;

/** Which characters make up names, for the server's lexer: never by a locale. */
final class Characters {

    private Characters() {}

    static boolean startsWord(char c) {
        return letter(c) || c == '_' || c >= 0x80;
    }

    static boolean continuesWord(char c) {
        return startsWord(c) || digit(c) || c == '$';
    }

    /** Whether the character can be in the tag of a dollar quote. */
    static boolean continuesTag(char c, boolean first) {
        return startsWord(c) || (!first && digit(c));
    }

    static boolean digit(char c) {
        return c >= '0' && c <= '9';
    }

    /** In lower case, ASCII only. */
    static String fold(String word) {
        StringBuilder folded = new StringBuilder(word.length());
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            folded.append(c >= 'A' && c <= 'Z' ? (char) (c + ('a' - 'A')) : c);
        }
        return folded.toString();
    }

    private static boolean letter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }
}
