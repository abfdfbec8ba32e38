package io.github.cleanstaletypes.chaos.scenario;

import io.github.cleanstaletypes.chaos.migrator.Script;
import io.github.cleanstaletypes.chaos.migrator.ServerError;
import io.github.cleanstaletypes.chaos.system.Database;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A fault that has come about. What it holds is let go when it is closed. */
public interface Incident extends AutoCloseable {

    /** The names that the next migration wants to have free. */
    List<String> claims();

    /** What a user adds to {@code clean}, beside the names. */
    default List<String> options() {
        return List.of();
    }

    /** The error that the next migration gets while nobody heals; empty if it gets none. */
    Optional<ServerError> expectedError();

    /** How it must end with a healer of the product. */
    Ending ending();

    /** Owners of what may come, go and change, as the oracle names them. */
    Set<String> mayDiffer();

    /** What a session is in the middle of; then the next migration can meet the fault only once. */
    default Optional<InFlight> inFlight() {
        return Optional.empty();
    }

    /** Whether the next migration can be run only once, and so not before the healer is at work. */
    default boolean meetsOnce() {
        return inFlight().isPresent();
    }

    /** How the healer reaches the scene's database: by another way, where somebody is to see what it does. */
    default Database forHealer(Scene scene) {
        return scene.database();
    }

    /** Runs the next migration, as its user would; what it got, empty if it succeeded. */
    Optional<ServerError> migrate();

    /** The same migration as a script, for a program that runs it; empty where it is none. */
    default Optional<Script> nextScript() {
        return Optional.empty();
    }

    /** How many programs run it at once. */
    default int replicas() {
        return 1;
    }

    /** Looks at what only this scenario knows, when all is over: a sentence for each thing that is not as it must be. */
    default List<String> verify() {
        return List.of();
    }

    /** Whether the catalog is expected to be whole in the end. */
    default boolean catalogWhole() {
        return true;
    }

    @Override
    default void close() {}
}
