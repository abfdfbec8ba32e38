package io.github.cleanstaletypes;

import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

/** A null where a name belongs is told when it is given, in words, and not in the midst of a run. */
class ClaimedNullTest {

    private final StaleTypes types = StaleTypes.in(new PGSimpleDataSource());

    @Test
    void instead_of_names() {
        assertThatNullPointerException()
                .isThrownBy(() -> types.claiming((String[]) null))
                .withMessage("a name that is null cannot be claimed; claim nothing to claim no name, or write"
                        + " claiming(\"accounts_user\")");
    }

    @Test
    void among_names() {
        assertThatNullPointerException()
                .isThrownBy(() -> types.claiming("mood", null))
                .withMessageStartingWith("a name that is null cannot be claimed");
    }
}
