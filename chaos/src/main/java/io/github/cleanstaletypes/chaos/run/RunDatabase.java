package io.github.cleanstaletypes.chaos.run;

import io.github.cleanstaletypes.chaos.system.Database;
import io.github.cleanstaletypes.chaos.system.OwnServer;
import io.github.cleanstaletypes.testing.PostgresServer;
import io.github.cleanstaletypes.testing.TestDatabase;
import org.jspecify.annotations.Nullable;

/** The empty database that a run takes place in, and its server if it has one for itself; gone when closed. */
record RunDatabase(Database database, @Nullable OwnServer own, Runnable end) implements AutoCloseable {

    static RunDatabase lay(PlannedRun run) {
        if (run.header().ownServer()) {
            OwnServer own = OwnServer.start(run.postgres());
            try {
                return new RunDatabase(own.createDatabase(), own, own::close);
            } catch (RuntimeException e) {
                try (own) {
                    throw e;
                }
            }
        }
        TestDatabase database = PostgresServer.of(run.postgres()).createDatabase();
        return new RunDatabase(Database.of(database), null, database::close);
    }

    @Override
    public void close() {
        end.run();
    }
}
