package io.github.cleanstaletypes.chaos.run;

import io.github.cleanstaletypes.chaos.system.Database;
import io.github.cleanstaletypes.chaos.system.OwnServer;
import io.github.cleanstaletypes.testing.PostgresServer;
import io.github.cleanstaletypes.testing.TestDatabase;
import org.jspecify.annotations.Nullable;

/**
 * A run takes place in this database, which is empty at first and gone when closed.
 *
 * @param own its server, if the run has that for itself
 */
record RunDatabase(Database database, @Nullable OwnServer own, Runnable end) implements AutoCloseable {

    /** Makes one on a server of this version, which is shared or not. */
    static RunDatabase create(String postgres, boolean ownServer) {
        if (ownServer) {
            OwnServer own = OwnServer.start(postgres);
            try {
                return new RunDatabase(own.createDatabase(), own, own::close);
            } catch (RuntimeException e) {
                try (own) {
                    throw e;
                }
            }
        }
        TestDatabase database = PostgresServer.of(postgres).createDatabase();
        return new RunDatabase(Database.of(database), null, database::close);
    }

    @Override
    public void close() {
        end.run();
    }
}
