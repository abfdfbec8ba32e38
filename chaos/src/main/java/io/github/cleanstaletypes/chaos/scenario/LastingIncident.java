package io.github.cleanstaletypes.chaos.scenario;

import io.github.cleanstaletypes.chaos.migrator.ServerError;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A lasting incident stays until somebody heals it: the next migration meets it as often as it is run.
 *
 * @param check looks at what only this scenario knows, when all is over
 * @param end lets go what the scenario holds
 */
public record LastingIncident(Scene scene, Expectation expectation, Supplier<List<String>> check, Runnable end)
        implements Incident {

    /** Holds nothing, and has nothing else to look at. */
    public LastingIncident(Scene scene, Expectation expectation) {
        this(scene, expectation, List::of, () -> {});
    }

    @Override
    public Optional<ServerError> migrate() {
        return NextMigration.of(scene, expectation.next()).run();
    }

    @Override
    public List<String> verify() {
        return check.get();
    }

    @Override
    public void close() {
        end.run();
    }
}
