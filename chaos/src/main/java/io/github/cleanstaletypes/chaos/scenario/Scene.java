package io.github.cleanstaletypes.chaos.scenario;

import io.github.cleanstaletypes.chaos.product.CommandLine;
import io.github.cleanstaletypes.chaos.system.Database;
import io.github.cleanstaletypes.chaos.system.OwnServer;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * Where a run takes place.
 *
 * @param locksTypes whether the server locks a type that a CREATE refers to
 * @param random chooses timings and sizes, from the run's seed
 * @param own the server, if the run has it for itself
 */
public record Scene(
        Database database,
        boolean locksTypes,
        Timeline timeline,
        Random random,
        CommandLine commandLine,
        @Nullable OwnServer own) {

    /** The server that this run has for itself. */
    public OwnServer ownServer() {
        if (own == null) {
            throw new IllegalStateException("This scenario did not ask for a server of its own");
        }
        return own;
    }
}
