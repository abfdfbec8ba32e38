package io.github.cleanstaletypes.chaos.scenario.cleaner;

import io.github.cleanstaletypes.chaos.migrator.MigrationDirectory;
import io.github.cleanstaletypes.chaos.migrator.RowLock;
import io.github.cleanstaletypes.chaos.migrator.ServerError;
import io.github.cleanstaletypes.chaos.scenario.Application;
import io.github.cleanstaletypes.chaos.scenario.BrakedMigrator;
import io.github.cleanstaletypes.chaos.scenario.Ending;
import io.github.cleanstaletypes.chaos.scenario.Expectation;
import io.github.cleanstaletypes.chaos.scenario.Incident;
import io.github.cleanstaletypes.chaos.scenario.Lane;
import io.github.cleanstaletypes.chaos.scenario.NextMigration;
import io.github.cleanstaletypes.chaos.scenario.Scenario;
import io.github.cleanstaletypes.chaos.scenario.ScenarioHeader;
import io.github.cleanstaletypes.chaos.scenario.Scene;
import io.github.cleanstaletypes.chaos.system.Inconclusive;
import io.github.cleanstaletypes.report.FindingCode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Another replica's Liquibase or Knex is migrating at this moment, and holds its lock, a row. That is not freed, whatever is asked for, and it
 * has to succeed.
 *
 * @param tool which of them
 */
public record HeldLockRow(RowLock tool) implements Scenario {

    /** Lists one for each tool. */
    public static List<HeldLockRow> all() {
        return Stream.of(RowLock.values()).map(HeldLockRow::new).toList();
    }

    @Override
    public ScenarioHeader header() {
        return ScenarioHeader.of(
                        "lock-row-held-by-" + tool.title().toLowerCase(Locale.ROOT),
                        FindingCode.UNFINISHED_MIGRATION,
                        "another replica's " + tool.title() + " holds its lock, a row of a table")
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
        scene.timeline().begin(Lane.MIGRATOR, "another replica: " + tool.title());
        BrakedMigrator holder = BrakedMigrator.start(
                scene,
                () -> tool.start(BrakedMigrator.NAME, scene.database(), directory),
                look -> look.atBrake(BrakedMigrator.NAME));
        Held held = new Held(scene, tool, directory, holder);
        if (!tool.isLocked(scene.database())) {
            try (held) {
                throw new Inconclusive(tool.title() + " migrates without its lock");
            }
        }
        return held;
    }

    private record Held(Scene scene, RowLock tool, MigrationDirectory directory, BrakedMigrator holder)
            implements Incident {

        @Override
        public Expectation expectation() {
            return Expectation.unchanged(new ServerError("55P03", null), Ending.noted("noted"))
                    .migrating(tool.givingUp())
                    .withOptions("--free-locks");
        }

        @Override
        public Optional<ServerError> migrate() {
            return NextMigration.of(scene, expectation().next()).run();
        }

        @Override
        public List<String> verify() {
            holder.brake().close();
            return tool.finished(holder.process().outcome(), scene.database());
        }

        @Override
        public void close() {
            try (directory) {
                holder.close();
            }
        }
    }
}
