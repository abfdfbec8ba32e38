package io.github.cleanstaletypes.chaos.scenario.interrupted;

import io.github.cleanstaletypes.chaos.migrator.MigrationDirectory;
import io.github.cleanstaletypes.chaos.migrator.RowLock;
import io.github.cleanstaletypes.chaos.migrator.ServerError;
import io.github.cleanstaletypes.chaos.scenario.Application;
import io.github.cleanstaletypes.chaos.scenario.BrakedMigrator;
import io.github.cleanstaletypes.chaos.scenario.Expectation;
import io.github.cleanstaletypes.chaos.scenario.Incident;
import io.github.cleanstaletypes.chaos.scenario.KilledMigrator;
import io.github.cleanstaletypes.chaos.scenario.NextMigration;
import io.github.cleanstaletypes.chaos.scenario.Scenario;
import io.github.cleanstaletypes.chaos.scenario.ScenarioHeader;
import io.github.cleanstaletypes.chaos.scenario.Scene;
import io.github.cleanstaletypes.chaos.system.Inconclusive;
import io.github.cleanstaletypes.report.FindingCode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Liquibase or Knex is killed while it migrates: the row that is its lock stays, and none of them goes on by itself. Once the row is free, a
 * real one has to finish what the first one began.
 *
 * @param tool which of them
 */
public record KilledHoldingLockRow(RowLock tool) implements Scenario {

    /** Lists one for each tool. */
    public static List<KilledHoldingLockRow> all() {
        return Stream.of(RowLock.values()).map(KilledHoldingLockRow::new).toList();
    }

    @Override
    public ScenarioHeader header() {
        String name = switch (tool) {
            case LIQUIBASE -> "killed-holding-lock-row";
            case KNEX -> "killed-holding-knex-row";
        };
        return ScenarioHeader.of(
                        name,
                        FindingCode.UNFINISHED_MIGRATION,
                        "SIGKILL of " + tool.title() + " while it holds its lock, a row of a table")
                .healedBy("nothing", "cli", "extension", "guard");
    }

    @Override
    public Optional<String> unavailable() {
        return tool.unavailable();
    }

    @Override
    public Incident begin(Scene scene) {
        Application.install(scene);
        MigrationDirectory directory = tool.directory();
        try (KilledMigrator killed = KilledMigrator.kill(
                scene,
                tool.title() + " migrates",
                () -> tool.start(BrakedMigrator.NAME, scene.database(), directory),
                look -> look.atBrake(BrakedMigrator.NAME))) {
            killed.letGo();
        }
        if (!tool.isLocked(scene.database())) {
            throw new Inconclusive("The killed " + tool.title() + " has left no lock behind");
        }
        return new LeftLocked(scene, tool, directory);
    }

    /** The row is there, and nobody who could hold it. */
    private record LeftLocked(Scene scene, RowLock tool, MigrationDirectory directory) implements Incident {

        @Override
        public Expectation expectation() {
            return Expectation.healed(new ServerError("55P03", null), "freed")
                    .migrating(tool.givingUp())
                    .withOptions("--free-locks")
                    .allowing(tool.tables());
        }

        /** Returns when its session is gone: who heals must not take that for the holder's. */
        @Override
        public Optional<ServerError> migrate() {
            Optional<ServerError> met =
                    NextMigration.of(scene, expectation().next()).run();
            scene.database().awaitNobody();
            return met;
        }

        @Override
        public List<String> verify() {
            return tool.goesOn(scene.database(), directory);
        }

        @Override
        public void close() {
            directory.close();
        }
    }
}
