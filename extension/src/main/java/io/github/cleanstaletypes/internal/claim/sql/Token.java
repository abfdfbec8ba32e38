package io.github.cleanstaletypes.internal.claim.sql;

/**
 * A piece of SQL.
 *
 * @param kind what it is
 * @param text a word in lower case, a quoted name or a string without its quotes, a psql command's name, else the character
 */
record Token(Kind kind, String text) {

    enum Kind {
        /** A keyword, or a name without quotes. */
        WORD,
        /** A name in double quotes. */
        QUOTED,
        /** A string, in whichever quotes. */
        STRING,
        /** A name or a string that is not known: it holds a placeholder, or Unicode escapes. */
        UNKNOWN,
        /** A psql command, with its backslash and without its arguments. */
        COMMAND,
        /** Anything else, a character each; a number is one too. */
        SYMBOL
    }

    boolean is(String word) {
        return kind == Kind.WORD && text.equals(word);
    }

    boolean is(char symbol) {
        return kind == Kind.SYMBOL && text.length() == 1 && text.charAt(0) == symbol;
    }
}
