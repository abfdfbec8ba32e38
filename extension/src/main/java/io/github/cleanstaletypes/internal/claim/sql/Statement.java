package io.github.cleanstaletypes.internal.claim.sql;

import java.util.List;

/**
 * One statement, or one psql command.
 *
 * @param tokens its tokens, of a very long one only the first
 * @param line the line of the script that it ends on, from 1
 */
record Statement(List<Token> tokens, int line) {

    Statement {
        tokens = List.copyOf(tokens);
    }

    /** Whether psql executes what it returns. */
    boolean executes() {
        return !tokens.isEmpty() && tokens.get(tokens.size() - 1).kind() == Token.Kind.COMMAND;
    }
}
