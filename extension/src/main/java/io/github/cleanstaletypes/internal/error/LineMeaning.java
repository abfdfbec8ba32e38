package io.github.cleanstaletypes.internal.error;

import java.util.List;

/** What one line of text is, for whoever puts errors together. */
sealed interface LineMeaning {

    /** It tells nothing. */
    record Nothing() implements LineMeaning {}

    /** It is less than an error, and so is what belongs to it. */
    record Notice() implements LineMeaning {}

    /** It says that what came before it is no failure. */
    record Forgiving() implements LineMeaning {}

    /** An error of another kind begins here. */
    record OtherError() implements LineMeaning {}

    /** It is a statement that failed. */
    record FailedStatement(String sql) implements LineMeaning {}

    /** It tells the schema of what the error before it is about. */
    record SchemaName(String schema) implements LineMeaning {}

    /** It gives away something of these errors, in their order. */
    record Told(List<Clues> clues) implements LineMeaning {

        public Told {
            clues = List.copyOf(clues);
        }
    }
}
