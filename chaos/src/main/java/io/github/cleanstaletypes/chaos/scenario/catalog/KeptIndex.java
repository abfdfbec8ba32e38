package io.github.cleanstaletypes.chaos.scenario.catalog;

import io.github.cleanstaletypes.chaos.migrator.Script;
import io.github.cleanstaletypes.chaos.migrator.Script.Mode;
import io.github.cleanstaletypes.chaos.migrator.ServerError;
import io.github.cleanstaletypes.chaos.scenario.Application;
import io.github.cleanstaletypes.chaos.scenario.Ending;
import io.github.cleanstaletypes.chaos.scenario.Expectation;
import io.github.cleanstaletypes.chaos.scenario.Incident;
import io.github.cleanstaletypes.chaos.scenario.LastingIncident;
import io.github.cleanstaletypes.chaos.scenario.Scenario;
import io.github.cleanstaletypes.chaos.scenario.ScenarioHeader;
import io.github.cleanstaletypes.chaos.scenario.Scene;
import io.github.cleanstaletypes.report.FindingCode;
import java.util.List;

/**
 * An index that is not valid has the name in the way, and must not be removed.
 *
 * @param whose what needs it
 * @param code what it is told as
 * @param statements what makes it
 */
public record KeptIndex(String whose, FindingCode code, List<String> statements) implements Scenario {

    private static final String INVALID =
            "UPDATE pg_catalog.pg_index SET indisvalid = false WHERE indexrelid = 'accounts_user'::pg_catalog.regclass";

    /** Lists one for each that needs an index. */
    public static List<KeptIndex> all() {
        return List.of(
                new KeptIndex(
                        "constraint",
                        FindingCode.INVALID_INDEX,
                        List.of("ALTER TABLE orders ADD CONSTRAINT accounts_user UNIQUE (id, total)", INVALID)),
                new KeptIndex(
                        "replica-identity",
                        FindingCode.INVALID_INDEX,
                        List.of(
                                "CREATE UNIQUE INDEX accounts_user ON orders (id)",
                                "ALTER TABLE orders REPLICA IDENTITY USING INDEX accounts_user",
                                INVALID)),
                new KeptIndex(
                        "partitioned-table",
                        FindingCode.LEFTOVER_RELATION,
                        List.of(
                                "CREATE TABLE events (id int) PARTITION BY RANGE (id)",
                                "CREATE TABLE events_1 PARTITION OF events FOR VALUES FROM (0) TO (1000)",
                                "CREATE INDEX accounts_user ON ONLY events (id)")));
    }

    @Override
    public ScenarioHeader header() {
        return ScenarioHeader.of(
                        "invalid-index-of-" + whose,
                        code,
                        "a migration wants the name of an invalid index that a " + whose.replace('-', ' ') + " needs")
                .healedBy("nothing", "folk", "cli", "guard");
    }

    @Override
    public Incident begin(Scene scene) {
        Application.install(scene);
        scene.database().execute(statements.toArray(String[]::new));
        return new LastingIncident(
                scene,
                Expectation.unchanged(new ServerError("42P07", null), Ending.refused("reported"))
                        .migrating(new Script(
                                "release2",
                                Mode.STATEMENTS,
                                List.of("CREATE INDEX CONCURRENTLY accounts_user ON orders (total)")))
                        .withOptions("--strict"));
    }
}
