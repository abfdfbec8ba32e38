package io.github.cleanstaletypes.chaos.scenario;

import io.github.cleanstaletypes.chaos.product.CommandLineJar;
import io.github.cleanstaletypes.chaos.system.Database;
import io.github.cleanstaletypes.chaos.system.FailoverPair;
import io.github.cleanstaletypes.chaos.system.OwnServer;
import io.github.cleanstaletypes.testing.PostgresServer;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * A run takes place here.
 *
 * @param postgres the server's version, such as {@code 18.6}
 * @param random chooses timings and sizes, from the run's seed
 * @param own the server, if the run has it for itself
 * @param pair the server and its standby, if there is one
 */
public record Scene(
        Database database,
        String postgres,
        Timeline timeline,
        Random random,
        CommandLineJar commandLine,
        @Nullable OwnServer own,
        @Nullable FailoverPair pair) {

    /** Tells whether the server locks a type that a CREATE refers to. */
    public boolean locksTypes() {
        return PostgresServer.of(postgres).locksTypes();
    }

    /** Returns the primary and the standby that this run has for itself. */
    public FailoverPair failoverPair() {
        if (pair == null) {
            throw new IllegalStateException("This scenario did not ask for a standby");
        }
        return pair;
    }

    /** Returns the server that this run has for itself. */
    public OwnServer ownServer() {
        if (own == null) {
            throw new IllegalStateException("This scenario did not ask for a server of its own");
        }
        return own;
    }
}
