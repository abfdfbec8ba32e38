package io.github.cleanstaletypes.internal.claim.sql;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Counts statements of a sort, and remembers where the first one is. */
final class Tally {

    private final String one;
    private final String several;
    private int count;
    private @Nullable String first;

    Tally(String one, String several) {
        this.one = one;
        this.several = several;
    }

    void add(MigrationScript script, Statement statement) {
        count++;
        if (first == null) {
            first = script.name() + ", line " + statement.line();
        }
    }

    int count() {
        return count;
    }

    /** Such as "2 statements of pending migrations that could not be read (the first: V2__a.sql, line 7)"; empty of none. */
    Optional<String> told(String what) {
        return count == 0
                ? Optional.empty()
                : Optional.of("%d %s of pending migrations %s (the first: %s)"
                        .formatted(count, count == 1 ? one : several, what, first));
    }
}
