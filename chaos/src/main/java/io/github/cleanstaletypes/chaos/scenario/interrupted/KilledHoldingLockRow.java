package io.github.cleanstaletypes.chaos.scenario.interrupted;

import io.github.cleanstaletypes.chaos.migrator.MigrationDirectory;
import io.github.cleanstaletypes.chaos.migrator.MigrationOutcome;
import io.github.cleanstaletypes.chaos.migrator.MigrationOutcome.Migrated;
import io.github.cleanstaletypes.chaos.migrator.MigratorProcess;
import io.github.cleanstaletypes.chaos.migrator.Script;
import io.github.cleanstaletypes.chaos.migrator.Script.Mode;
import io.github.cleanstaletypes.chaos.migrator.ServerError;
import io.github.cleanstaletypes.chaos.scenario.Application;
import io.github.cleanstaletypes.chaos.scenario.Expectation;
import io.github.cleanstaletypes.chaos.scenario.Incident;
import io.github.cleanstaletypes.chaos.scenario.KilledMigrator;
import io.github.cleanstaletypes.chaos.scenario.LastingIncident;
import io.github.cleanstaletypes.chaos.scenario.Scenario;
import io.github.cleanstaletypes.chaos.scenario.ScenarioHeader;
import io.github.cleanstaletypes.chaos.scenario.Scene;
import io.github.cleanstaletypes.chaos.system.Database;
import io.github.cleanstaletypes.chaos.system.Inconclusive;
import io.github.cleanstaletypes.report.FindingCode;
import java.util.List;
import java.util.Set;

/**
 * Liquibase is killed while it migrates: the row that is its lock stays, and no Liquibase goes on by itself. Once the row is free, a real one
 * has to finish what the first one began.
 */
public final class KilledHoldingLockRow implements Scenario {

    private static final String CHANGELOG = "changelog.sql";

    private static final String LOCKED = "SELECT locked FROM public.databasechangeloglock";

    /** It gives up at once where Liquibase would wait for five minutes. */
    private static final Script NEXT = new Script(
            "release2",
            Mode.TRANSACTION,
            List.of(
                    "DO $$ BEGIN IF (" + LOCKED
                            + ") THEN RAISE EXCEPTION 'locked' USING ERRCODE = '55P03'; END IF; END $$",
                    "CREATE TABLE accounts_user (id int PRIMARY KEY)"));

    @Override
    public ScenarioHeader header() {
        return ScenarioHeader.of(
                        "killed-holding-lock-row",
                        FindingCode.UNFINISHED_MIGRATION,
                        "SIGKILL of Liquibase while it holds its lock, a row of a table")
                .healedBy("nothing", "cli");
    }

    @Override
    public Incident begin(Scene scene) {
        Application.install(scene);
        MigrationDirectory directory = MigrationDirectory.create().add(CHANGELOG);
        try (KilledMigrator killed = KilledMigrator.kill(
                scene,
                "liquibase update",
                () -> start("first", scene.database(), directory),
                look -> look.atBrake("first"))) {
            killed.letGo();
        }
        if (!"t".equals(scene.database().queryText(LOCKED))) {
            throw new Inconclusive("The killed Liquibase has left no lock behind");
        }
        return new LastingIncident(
                scene,
                Expectation.healed(new ServerError("55P03", null), "freed")
                        .migrating(NEXT)
                        .withOptions("--free-locks")
                        .allowing(Set.of(
                                "public.databasechangelog", "public.databasechangeloglock", "public.made_later")),
                () -> goesOn(scene.database(), directory),
                directory::close);
    }

    private static MigratorProcess start(String name, Database database, MigrationDirectory directory) {
        return MigratorProcess.start(name, database, directory, CHANGELOG);
    }

    private static List<String> goesOn(Database database, MigrationDirectory directory) {
        if ("t".equals(database.queryText(LOCKED))) {
            return List.of();
        }
        try (MigratorProcess liquibase = start("again", database, directory)) {
            MigrationOutcome outcome = liquibase.outcome();
            return outcome instanceof Migrated ? List.of() : List.of("Liquibase does not go on: " + outcome);
        }
    }
}
