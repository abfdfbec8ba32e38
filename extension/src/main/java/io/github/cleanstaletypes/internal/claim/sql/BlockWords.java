package io.github.cleanstaletypes.internal.claim.sql;

import io.github.cleanstaletypes.internal.claim.sql.Token.Kind;
import java.util.ArrayList;
import java.util.List;

/** Finds the words that a statement says which cannot be read. */
final class BlockWords {

    private BlockWords() {}

    /**
     * Those of a block's body, in any quotes; none of what is not there, as of an included script
     * or of what a query makes up.
     */
    static List<String> in(Statement block) {
        List<String> words = new ArrayList<>();
        if (block.executes()) {
            return words;
        }
        block.tokens().stream()
                .filter(token -> token.kind() == Kind.STRING || token.kind() == Kind.UNKNOWN)
                .forEach(token -> add(token.text(), words, 2));
        return words;
    }

    /** A text within the body may be a statement to be executed, or a name to be compared. */
    private static void add(String text, List<String> words, int deeper) {
        Scanner scanner = new Scanner(text);
        for (Token token = scanner.next(); token != null; token = scanner.next()) {
            words.add(token.text());
            if (token.kind() == Kind.STRING && deeper > 0) {
                add(token.text(), words, deeper - 1);
            }
        }
    }
}
