package io.github.cleanstaletypes.chaos.scenario.interrupted;

import io.github.cleanstaletypes.chaos.migrator.Script;
import io.github.cleanstaletypes.chaos.migrator.Script.Mode;
import io.github.cleanstaletypes.chaos.scenario.Application;
import io.github.cleanstaletypes.chaos.scenario.Ending;
import io.github.cleanstaletypes.chaos.scenario.Expectation;
import io.github.cleanstaletypes.chaos.scenario.Incident;
import io.github.cleanstaletypes.chaos.scenario.Lane;
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

/**
 * REINDEX CONCURRENTLY gives up: the new index is not built, or the old one is not dropped. The one that bears the name stays valid.
 *
 * @param left what the other index's name ends in
 * @param lock what another session has of the table
 */
public record BrokenReindex(String left, String lock) implements Scenario {

    private static final Script REINDEX =
            new Script("release2", Mode.STATEMENTS, List.of("REINDEX INDEX CONCURRENTLY orders_of_customer"));

    /** Lists one for each of the two. */
    public static List<BrokenReindex> all() {
        return List.of(new BrokenReindex("ccnew", "ROW EXCLUSIVE"), new BrokenReindex("ccold", "ACCESS SHARE"));
    }

    @Override
    public ScenarioHeader header() {
        return ScenarioHeader.of(
                        "broken-reindex-" + left,
                        FindingCode.INVALID_INDEX,
                        "REINDEX CONCURRENTLY gives up, and leaves its " + left + " index")
                .healedBy("nothing", "cli", "guard");
    }

    @Override
    public Incident begin(Scene scene) {
        Application.install(scene);
        try (Connection other = scene.database().connect("other");
                Statement statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute("LOCK TABLE orders IN " + lock + " MODE");
            NextMigration.of(scene, REINDEX.impatient()).run();
            other.rollback();
        } catch (SQLException e) {
            throw new IllegalStateException("The other session broke down", e);
        }
        scene.timeline().mark(Lane.MIGRATOR, "leaves " + invalid(scene));
        if (!invalid(scene).equals(List.of("orders_of_customer_" + left))) {
            throw new Inconclusive("What was left is " + invalid(scene));
        }
        return new LastingIncident(
                scene,
                Expectation.nothing().endingIn(Ending.noted("noted")),
                () -> invalid(scene).equals(List.of("orders_of_customer_" + left))
                        ? List.of()
                        : List.of("what nobody claimed has changed: " + invalid(scene)),
                () -> {});
    }

    private static List<String> invalid(Scene scene) {
        return scene.database()
                .queryTexts(
                        "SELECT indexrelid::pg_catalog.regclass::text FROM pg_catalog.pg_index WHERE NOT indisvalid");
    }
}
