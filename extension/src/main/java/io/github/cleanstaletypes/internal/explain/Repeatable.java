package io.github.cleanstaletypes.internal.explain;

import java.util.Optional;

/** Something that is neither type nor relation was committed before, and a statement can be written so that it does not mind. */
final class Repeatable {

    private Repeatable() {}

    static Adviser exists(String kind, String better) {
        return situation -> Optional.of(new Advice(
                "The CREATE failed because the " + kind + " " + situation.name()
                        + " exists: an earlier run committed it, or another session just did.",
                "If an earlier run was interrupted, mark what it did as done in the migration tool's history, or write the migration so that it"
                        + " can run twice: " + better + ". Let one migrator run at a time."));
    }

    static Optional<Advice> labelTwice(Situation situation) {
        return Optional.of(new Advice(
                "The labels of one CREATE TYPE … AS ENUM have " + situation.name()
                        + " twice. It is no race: two sessions that add a label to one enum wait for each other.",
                "Take the second one out of the statement: it fails in the same way each time."));
    }
}
