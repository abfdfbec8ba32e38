package io.github.cleanstaletypes.chaos.scenario.interrupted;

import io.github.cleanstaletypes.chaos.migrator.Script;
import io.github.cleanstaletypes.chaos.migrator.ServerError;
import io.github.cleanstaletypes.chaos.scenario.Application;
import io.github.cleanstaletypes.chaos.scenario.Ending;
import io.github.cleanstaletypes.chaos.scenario.Expectation;
import io.github.cleanstaletypes.chaos.scenario.Incident;
import io.github.cleanstaletypes.chaos.scenario.KilledMigrator;
import io.github.cleanstaletypes.chaos.scenario.Lane;
import io.github.cleanstaletypes.chaos.scenario.LastingIncident;
import io.github.cleanstaletypes.chaos.scenario.Scenario;
import io.github.cleanstaletypes.chaos.scenario.ScenarioHeader;
import io.github.cleanstaletypes.chaos.scenario.Scene;
import io.github.cleanstaletypes.report.FindingCode;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * The migrator is killed in CREATE INDEX CONCURRENTLY, which has committed a part of its work and waits for a writer.
 *
 * @param ended whether somebody ends its session too, which leaves an invalid index
 */
public record KilledInIndex(boolean ended) implements Scenario {

    private static final String FAULT = "SIGKILL of the migrator in CREATE INDEX CONCURRENTLY";

    private static final Script SCRIPT =
            LeftIndex.building("CREATE INDEX CONCURRENTLY accounts_user ON orders (total)");

    /** Lists one whose session is left alone, and one whose session is ended. */
    public static List<KilledInIndex> all() {
        return List.of(new KilledInIndex(false), new KilledInIndex(true));
    }

    @Override
    public ScenarioHeader header() {
        return ended
                ? ScenarioHeader.of(
                                "killed-in-index-ended",
                                FindingCode.INVALID_INDEX,
                                FAULT + ", and the end of its session")
                        .healedBy("nothing", "folk", "cli", "extension", "exclusive", "flyway", "guard", "code")
                : ScenarioHeader.of("killed-in-index", FindingCode.LEFTOVER_RELATION, FAULT);
    }

    @Override
    public Incident begin(Scene scene) {
        Application.install(scene);
        try (Connection writer = scene.database().connect("writer");
                Statement statement = writer.createStatement()) {
            writer.setAutoCommit(false);
            statement.execute("UPDATE orders SET total = total WHERE id = 1");
            try (KilledMigrator killed = KilledMigrator.waitingForOthers(scene, SCRIPT)) {
                if (ended) {
                    scene.timeline().strike(Lane.SESSION, "pg_terminate_backend");
                    scene.database().queryTexts("SELECT pg_catalog.pg_terminate_backend(" + killed.pid() + ")");
                }
                if (!ended) {
                    writer.commit();
                }
                killed.letGo();
            }
            writer.rollback();
        } catch (SQLException e) {
            throw new IllegalStateException("The writer broke down", e);
        }
        if (ended) {
            return LeftIndex.removed(scene, SCRIPT);
        }
        LeftIndex.expect(scene.database(), "t");
        return new LastingIncident(
                scene,
                Expectation.unchanged(new ServerError("42P07", null), Ending.refused("reported"))
                        .migrating(SCRIPT)
                        .withOptions("--strict"));
    }
}
