package io.github.cleanstaletypes.chaos.scenario.interrupted;

import io.github.cleanstaletypes.chaos.migrator.Script;
import io.github.cleanstaletypes.chaos.migrator.Script.Mode;
import io.github.cleanstaletypes.chaos.migrator.ServerError;
import io.github.cleanstaletypes.chaos.scenario.Application;
import io.github.cleanstaletypes.chaos.scenario.Ending;
import io.github.cleanstaletypes.chaos.scenario.Expectation;
import io.github.cleanstaletypes.chaos.scenario.Incident;
import io.github.cleanstaletypes.chaos.scenario.LastingIncident;
import io.github.cleanstaletypes.chaos.scenario.NextMigration;
import io.github.cleanstaletypes.chaos.scenario.Scenario;
import io.github.cleanstaletypes.chaos.scenario.ScenarioHeader;
import io.github.cleanstaletypes.chaos.scenario.Scene;
import io.github.cleanstaletypes.chaos.system.Inconclusive;
import io.github.cleanstaletypes.report.FindingCode;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;

/** DETACH PARTITION CONCURRENTLY waits for a reader, and gives up in the middle: the partition is half detached. */
public final class DetachCancelled implements Scenario {

    private static final Script SCRIPT = new Script(
            "release2", Mode.STATEMENTS, List.of("ALTER TABLE events DETACH PARTITION accounts_user CONCURRENTLY"));

    @Override
    public ScenarioHeader header() {
        return ScenarioHeader.of(
                        "detach-cancelled",
                        FindingCode.PENDING_DETACH,
                        "DETACH PARTITION CONCURRENTLY gives up while it waits for a reader")
                .healedBy("nothing", "folk", "cli", "guard");
    }

    @Override
    public Incident begin(Scene scene) {
        Application.install(scene);
        scene.database()
                .execute(
                        "CREATE TABLE events (id int) PARTITION BY RANGE (id)",
                        "CREATE TABLE accounts_user PARTITION OF events FOR VALUES FROM (0) TO (1000)",
                        "INSERT INTO events SELECT generate_series(1, 500)");
        try (Connection reader = scene.database().connect("reader");
                Statement statement = reader.createStatement()) {
            reader.setAutoCommit(false);
            statement.executeQuery("SELECT count(*) FROM events").close();
            Optional<ServerError> met =
                    NextMigration.of(scene, SCRIPT.impatient()).run();
            reader.rollback();
            if (!met.map(ServerError::sqlState).equals(Optional.of("55P03"))
                    || !scene.database()
                            .queryText("SELECT pg_catalog.count(*) FROM pg_catalog.pg_inherits WHERE inhdetachpending")
                            .equals("1")) {
                throw new Inconclusive("The detach did not stop in the middle: " + met);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The reader broke down", e);
        }
        return new LastingIncident(
                scene,
                Expectation.unchanged(new ServerError("55000", null), Ending.refused("reported"))
                        .migrating(SCRIPT)
                        .withOptions("--strict"));
    }
}
