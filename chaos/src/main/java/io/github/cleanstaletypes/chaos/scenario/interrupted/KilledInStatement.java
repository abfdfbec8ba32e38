package io.github.cleanstaletypes.chaos.scenario.interrupted;

import io.github.cleanstaletypes.chaos.migrator.Script;
import io.github.cleanstaletypes.chaos.migrator.Script.Mode;
import io.github.cleanstaletypes.chaos.scenario.Application;
import io.github.cleanstaletypes.chaos.scenario.Incident;
import io.github.cleanstaletypes.chaos.scenario.KilledMigrator;
import io.github.cleanstaletypes.chaos.scenario.Scenario;
import io.github.cleanstaletypes.chaos.scenario.ScenarioHeader;
import io.github.cleanstaletypes.chaos.scenario.Scene;
import io.github.cleanstaletypes.chaos.system.Brake;
import io.github.cleanstaletypes.report.FindingCode;
import java.util.List;

/** The migrator is killed while a statement runs that commits by itself: its session makes the table all the same. */
public final class KilledInStatement implements Scenario {

    @Override
    public ScenarioHeader header() {
        return ScenarioHeader.of(
                "killed-in-statement",
                FindingCode.UNCOMMITTED_CREATION,
                "SIGKILL of the migrator in a CREATE TABLE AS that commits by itself");
    }

    @Override
    public Incident begin(Scene scene) {
        Application.install(scene);
        int rows = 100 + scene.random().nextInt(900);
        // the table is made before the first row comes, and the first row waits at the brake
        String create = "CREATE TABLE IF NOT EXISTS accounts_user AS SELECT n AS id FROM generate_series(1, " + rows
                + ") AS n, (" + Brake.STATEMENT + ") AS brake";
        Script script = new Script("release2", Mode.STATEMENTS, List.of(create));
        return new SurvivingSession(scene, script, KilledMigrator.inCreation(scene, script), rows);
    }
}
