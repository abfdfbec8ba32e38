package io.github.cleanstaletypes;

import io.github.cleanstaletypes.internal.run.Cleaner;
import io.github.cleanstaletypes.testing.TestDatabase;

/** A backend outlives its client by a moment, in which a server without type locks would not be found quiet. */
final class Quiet {

    private Quiet() {}

    /** The engine on a database that nobody else is connected to. */
    static Cleaner in(TestDatabase database) {
        database.awaitNobodyConnected();
        return Cleaner.in(database.dataSource());
    }
}
