package io.github.cleanstaletypes.chaos.run;

import io.github.cleanstaletypes.chaos.system.Database;
import io.github.cleanstaletypes.chaos.system.FailoverPair;
import io.github.cleanstaletypes.chaos.system.OwnServer;
import io.github.cleanstaletypes.chaos.system.Servers;
import io.github.cleanstaletypes.testing.PostgresServer;
import io.github.cleanstaletypes.testing.TestDatabase;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A run takes place in this database, which is empty at first and gone when closed.
 *
 * @param own its server, if the run has that for itself
 * @param pair its servers, if the run has a primary and a standby
 */
record RunDatabase(
        Database database,
        @Nullable OwnServer own,
        @Nullable FailoverPair pair,
        Runnable end) implements AutoCloseable {

    /** Makes one on servers of this version. */
    static RunDatabase create(String postgres, Servers servers) {
        return switch (servers) {
            case SHARED -> {
                TestDatabase database = PostgresServer.of(postgres).createDatabase();
                yield new RunDatabase(Database.of(database), null, null, database::close);
            }
            case OWN -> {
                OwnServer own = OwnServer.start(postgres);
                yield closing(own::close, () -> new RunDatabase(own.createDatabase(), own, null, own::close));
            }
            case WITH_STANDBY -> {
                FailoverPair pair = FailoverPair.start(postgres);
                yield closing(
                        pair::close, () -> new RunDatabase(pair.createDatabase(), pair.primary(), pair, pair::close));
            }
        };
    }

    /** Makes it, or ends its servers if that fails. */
    private static RunDatabase closing(Runnable end, Supplier<RunDatabase> made) {
        boolean done = false;
        try {
            RunDatabase database = made.get();
            done = true;
            return database;
        } finally {
            if (!done) {
                end.run();
            }
        }
    }

    @Override
    public void close() {
        end.run();
    }
}
