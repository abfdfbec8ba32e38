package io.github.cleanstaletypes.chaos.scenario.interrupted;

import io.github.cleanstaletypes.chaos.migrator.Script;
import io.github.cleanstaletypes.chaos.migrator.Script.Mode;
import io.github.cleanstaletypes.chaos.migrator.ServerError;
import io.github.cleanstaletypes.chaos.scenario.Application;
import io.github.cleanstaletypes.chaos.scenario.Expectation;
import io.github.cleanstaletypes.chaos.scenario.Incident;
import io.github.cleanstaletypes.chaos.scenario.LastingIncident;
import io.github.cleanstaletypes.chaos.scenario.NextMigration;
import io.github.cleanstaletypes.chaos.scenario.Scenario;
import io.github.cleanstaletypes.chaos.scenario.ScenarioHeader;
import io.github.cleanstaletypes.chaos.scenario.Scene;
import io.github.cleanstaletypes.chaos.system.Inconclusive;
import io.github.cleanstaletypes.report.FindingCode;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A build met a value twice; whoever builds the index again with IF NOT EXISTS succeeds, and has no index. */
public final class ToleratedIndex implements Scenario {

    private static final String INDEX = "accounts_user ON orders ((id % 1000000))";

    @Override
    public ScenarioHeader header() {
        return ScenarioHeader.of(
                        "tolerated-index",
                        FindingCode.INVALID_INDEX,
                        "CREATE INDEX CONCURRENTLY IF NOT EXISTS succeeds over an invalid index")
                .healedBy("nothing", "cli", "guard");
    }

    @Override
    public Incident begin(Scene scene) {
        Application.install(scene);
        scene.database().execute("INSERT INTO orders SELECT 1000001, customer, total, level FROM orders WHERE id = 1");
        Optional<ServerError> met = NextMigration.of(
                        scene, LeftIndex.building("CREATE UNIQUE INDEX CONCURRENTLY " + INDEX))
                .run();
        scene.database().execute("DELETE FROM orders WHERE id = 1000001");
        if (!met.map(ServerError::sqlState).equals(Optional.of("23505"))) {
            throw new Inconclusive("The first migration met no duplicates: " + met);
        }
        // before anybody heals it is a success that leaves the index as it was
        Optional<ServerError> tolerated =
                NextMigration.of(scene, tolerant("release2")).run();
        LeftIndex.expect(scene.database(), "f");
        if (tolerated.isPresent()) {
            throw new Inconclusive("IF NOT EXISTS failed: " + tolerated.get());
        }
        LastingIncident removed = LeftIndex.removed(scene, tolerant("release3"));
        Expectation expectation = removed.expectation();
        return new LastingIncident(
                scene,
                new Expectation(
                        expectation.next(),
                        Optional.empty(),
                        expectation.ending(),
                        List.of("--type", Expectation.CLAIMED),
                        Set.copyOf(expectation.mayDiffer()),
                        true),
                () -> removed.verify(),
                () -> {});
    }

    private static Script tolerant(String name) {
        return new Script(name, Mode.STATEMENTS, List.of("CREATE UNIQUE INDEX CONCURRENTLY IF NOT EXISTS " + INDEX));
    }
}
