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
import java.util.List;
import java.util.Optional;

/** The disk is full in the middle of a migration: it is rolled back, and nothing is left. */
public final class DiskFull implements Scenario {

    @Override
    public ScenarioHeader header() {
        return ScenarioHeader.control("disk-full", "the disk is full in a migration")
                .healedBy("nothing", "cli")
                .onOwnServer();
    }

    @Override
    public Optional<String> unavailable() {
        return SmallDisk.possible()
                ? Optional.empty()
                : Optional.of("a small file system takes root's rights to mount");
    }

    @Override
    public Incident begin(Scene scene) {
        Application.install(scene);
        SmallDisk disk = SmallDisk.mount();
        try {
            scene.database().execute("CREATE TABLESPACE small LOCATION '" + disk.path() + "'");
            Script tooLarge = new Script(
                    "release2",
                    Mode.TRANSACTION,
                    List.of(
                            "CREATE TYPE accounts_level AS ENUM ('a')",
                            "CREATE TABLE accounts_user TABLESPACE small AS SELECT n, pg_catalog.repeat('x', 1000) AS filler"
                                    + " FROM pg_catalog.generate_series(1, 20000) AS n"));
            Optional<ServerError> error = NextMigration.of(scene, tooLarge).run();
            if (!error.equals(Optional.of(new ServerError("53100", null)))) {
                throw new Inconclusive("The disk was not full: " + error);
            }
            scene.database().execute("DROP TABLESPACE small");
        } finally {
            disk.close();
        }
        return new LastingIncident(scene, Expectation.nothing());
    }
}
