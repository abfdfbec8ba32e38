package io.github.cleanstaletypes.index;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cleanstaletypes.testing.TestDatabase;

/** Brings it about that a command that builds an index leaves it invalid. */
final class Fault {

    private Fault() {}

    /** A command that meets what it cannot index. */
    static void fails(TestDatabase database, String command) {
        assertThatThrownBy(() -> database.execute(command)).isInstanceOf(IllegalStateException.class);
    }
}
