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

/** The migrator is killed while a string of several statements runs: the server runs the string to its end. */
public final class KilledInString implements Scenario {

    @Override
    public ScenarioHeader header() {
        return ScenarioHeader.of(
                "killed-in-string",
                FindingCode.UNCOMMITTED_CREATION,
                "SIGKILL of the migrator in a string of statements that commits by itself");
    }

    @Override
    public Incident begin(Scene scene) {
        Application.install(scene);
        int rows = 100 + scene.random().nextInt(900);
        Script script = new Script(
                "release2",
                Mode.ONE_STRING,
                List.of(
                        "CREATE TABLE accounts_user (id int PRIMARY KEY)",
                        Brake.STATEMENT,
                        "INSERT INTO accounts_user SELECT pg_catalog.generate_series(1, " + rows + ")"));
        KilledMigrator killed = KilledMigrator.inCreation(scene, script);
        // what follows is run by a tool that knows no strings
        return new SurvivingSession(
                scene, new Script(script.name(), Mode.TRANSACTION, script.statements()), killed, rows);
    }
}
