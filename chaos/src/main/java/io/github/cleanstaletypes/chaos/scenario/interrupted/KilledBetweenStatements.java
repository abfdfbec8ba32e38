package io.github.cleanstaletypes.chaos.scenario.interrupted;

import io.github.cleanstaletypes.chaos.migrator.Script;
import io.github.cleanstaletypes.chaos.migrator.Script.Mode;
import io.github.cleanstaletypes.chaos.migrator.ServerError;
import io.github.cleanstaletypes.chaos.scenario.Application;
import io.github.cleanstaletypes.chaos.scenario.Ending;
import io.github.cleanstaletypes.chaos.scenario.Expectation;
import io.github.cleanstaletypes.chaos.scenario.Incident;
import io.github.cleanstaletypes.chaos.scenario.KilledMigrator;
import io.github.cleanstaletypes.chaos.scenario.LastingIncident;
import io.github.cleanstaletypes.chaos.scenario.Scenario;
import io.github.cleanstaletypes.chaos.scenario.ScenarioHeader;
import io.github.cleanstaletypes.chaos.scenario.Scene;
import io.github.cleanstaletypes.chaos.system.Brake;
import io.github.cleanstaletypes.report.FindingCode;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The migrator is killed between two statements of a script without a transaction: what is committed stays.
 *
 * @param what what the first statement made
 */
public record KilledBetweenStatements(Made what) implements Scenario {

    /** This is left behind. */
    public enum Made {
        /** A type that nothing uses. */
        TYPE("CREATE TYPE accounts_user AS ENUM ('admin', 'guest')"),
        /** A table. */
        TABLE("CREATE TABLE accounts_user (id int PRIMARY KEY)");

        private final String statement;

        Made(String statement) {
            this.statement = statement;
        }
    }

    /** Lists one for each thing that is left behind. */
    public static List<KilledBetweenStatements> all() {
        return Stream.of(Made.values()).map(KilledBetweenStatements::new).toList();
    }

    @Override
    public ScenarioHeader header() {
        String fault = "SIGKILL of the migrator between two statements of a script without a transaction";
        return switch (what) {
            case TYPE ->
                ScenarioHeader.of("killed-after-type", FindingCode.UNUSED_TYPE, fault)
                        .healedBy("nothing", "folk", "cli", "extension", "exclusive", "guard", "code");
            case TABLE -> ScenarioHeader.of("killed-after-table", FindingCode.LEFTOVER_RELATION, fault);
        };
    }

    private Expectation expectation() {
        return switch (what) {
            case TYPE -> Expectation.typeRemoved("42710").allowing(Set.of("public.made_later"));
            case TABLE ->
                Expectation.unchanged(new ServerError("42P07", null), Ending.refused("reported"))
                        .withOptions("--strict");
        };
    }

    @Override
    public Incident begin(Scene scene) {
        Application.install(scene);
        Script script = new Script(
                "release2",
                Mode.STATEMENTS,
                List.of(what.statement, Brake.STATEMENT, "CREATE TABLE made_later (id int)"));
        try (KilledMigrator killed = KilledMigrator.atBrake(scene, script)) {
            // the session ends with the statement that it is in
            killed.letGo();
        }
        return new LastingIncident(scene, expectation().migrating(script));
    }
}
