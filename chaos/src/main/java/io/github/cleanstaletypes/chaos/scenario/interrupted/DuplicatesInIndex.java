package io.github.cleanstaletypes.chaos.scenario.interrupted;

import io.github.cleanstaletypes.chaos.migrator.Script;
import io.github.cleanstaletypes.chaos.migrator.ServerError;
import io.github.cleanstaletypes.chaos.scenario.Application;
import io.github.cleanstaletypes.chaos.scenario.Incident;
import io.github.cleanstaletypes.chaos.scenario.Lane;
import io.github.cleanstaletypes.chaos.scenario.NextMigration;
import io.github.cleanstaletypes.chaos.scenario.Scenario;
import io.github.cleanstaletypes.chaos.scenario.ScenarioHeader;
import io.github.cleanstaletypes.chaos.scenario.Scene;
import io.github.cleanstaletypes.chaos.system.Inconclusive;
import io.github.cleanstaletypes.report.FindingCode;
import java.util.Optional;

/** CREATE UNIQUE INDEX CONCURRENTLY meets a value twice; somebody mends the rows, and migrates again. */
public final class DuplicatesInIndex implements Scenario {

    private static final Script SCRIPT =
            LeftIndex.building("CREATE UNIQUE INDEX CONCURRENTLY accounts_user ON orders ((id % 1000000))");

    @Override
    public ScenarioHeader header() {
        return ScenarioHeader.of(
                        "duplicates-in-index",
                        FindingCode.INVALID_INDEX,
                        "CREATE UNIQUE INDEX CONCURRENTLY meets a value twice")
                .healedBy("nothing", "folk", "cli", "extension", "flyway", "guard");
    }

    @Override
    public Incident begin(Scene scene) {
        Application.install(scene);
        scene.database().execute("INSERT INTO orders SELECT 1000001, customer, total, level FROM orders WHERE id = 1");
        Optional<ServerError> met = NextMigration.of(scene, SCRIPT).run();
        if (!met.map(ServerError::sqlState).equals(Optional.of("23505"))) {
            throw new Inconclusive("The first migration met no duplicates: " + met);
        }
        scene.database().execute("DELETE FROM orders WHERE id = 1000001");
        scene.timeline().mark(Lane.APPLICATION, "the row that was there twice is deleted");
        return LeftIndex.removed(scene, SCRIPT);
    }
}
