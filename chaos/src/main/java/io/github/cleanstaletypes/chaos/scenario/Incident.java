package io.github.cleanstaletypes.chaos.scenario;

import io.github.cleanstaletypes.chaos.migrator.ServerError;
import io.github.cleanstaletypes.chaos.system.Database;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** An incident is a fault that has come about. What it holds is let go when it is closed. */
public interface Incident extends AutoCloseable {

    /** Returns what it means to the next migration, and how the run must end. */
    Expectation expectation();

    /** Runs the next migration, as its user would, and returns what it got; empty if it succeeded. */
    Optional<ServerError> migrate();

    /** Lists owners of what may come, go and change, as the oracle names them; asked when all is over. */
    default Set<String> mayDiffer() {
        return expectation().mayDiffer();
    }

    /** Returns what a session is in the middle of; then the next migration can meet the fault only once. */
    default Optional<InFlight> inFlight() {
        return Optional.empty();
    }

    /** Tells whether the next migration can be run only once, and so not before the healer is at work. */
    default boolean meetsOnce() {
        return inFlight().isPresent();
    }

    /** Returns the database as the healer reaches it: by another way, where somebody is to see what it does. */
    default Database forHealer(Scene scene) {
        return scene.database();
    }

    /** Returns how many programs run the next migration at once. */
    default int replicas() {
        return 1;
    }

    /** Looks at what only this scenario knows, when all is over: a sentence for each thing that is not as it must be. */
    default List<String> verify() {
        return List.of();
    }

    @Override
    default void close() {}
}
