package io.github.cleanstaletypes.internal.cli;

import io.github.cleanstaletypes.testing.TestDatabase;
import io.github.cleanstaletypes.testing.Wait;

/** What the server says of who is connected to a database, seen from another one. */
final class Sessions {

    private Sessions() {}

    /** Until the command line's session is there and idle between two looks, or within one. */
    static void awaitOurs(TestDatabase database) {
        Wait.until("the command line is connected", () -> database.sessions(OURS) == 1);
    }

    /** Ends the command line's session, as an administrator or a failover does. */
    static void endOurs(TestDatabase database) {
        database.queryTexts(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND "
                        + OURS);
    }

    private static final String OURS = "application_name = 'clean-stale-types'";
}
