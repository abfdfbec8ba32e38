package io.github.cleanstaletypes.testing;

import io.github.cleanstaletypes.internal.run.Cleaner;

/** A backend outlives its client by a moment, in which a server without type locks would not be found quiet. */
public final class Quiet {

    private Quiet() {}

    /** The engine on a database that nobody else is connected to. */
    public static Cleaner in(TestDatabase database) {
        database.awaitNobodyConnected();
        return Cleaner.in(database.dataSource());
    }
}
