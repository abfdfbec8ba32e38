package io.github.cleanstaletypes.chaos.scenario.cleaner;

import io.github.cleanstaletypes.chaos.migrator.MigrationOutcome;
import io.github.cleanstaletypes.chaos.migrator.MigrationOutcome.Migrated;
import io.github.cleanstaletypes.chaos.migrator.MigratorProcess;
import io.github.cleanstaletypes.chaos.migrator.Script;
import io.github.cleanstaletypes.chaos.migrator.Script.Mode;
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
import io.github.cleanstaletypes.report.FindingCode;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Another replica builds the index at this moment, which is invalid until it is done. It has to succeed. */
public final class BuildInProgress implements Scenario {

    private static final Script SCRIPT = new Script(
            "release2", Mode.STATEMENTS, List.of("CREATE INDEX CONCURRENTLY accounts_user ON orders (total)"));

    @Override
    public ScenarioHeader header() {
        return ScenarioHeader.of(
                        "index-in-progress",
                        FindingCode.INVALID_INDEX,
                        "another replica is building the index that this one wants to build")
                .healedBy("nothing", "cli", "guard");
    }

    @Override
    public Incident begin(Scene scene) {
        Application.install(scene);
        return Building.in(scene);
    }

    /** The build waits for a writer, who ends when all is over. */
    private record Building(Scene scene, Connection writer, BrakedMigrator builder) implements Incident {

        static Building in(Scene scene) {
            Connection writer = scene.database().connect("writer");
            try (Statement statement = writer.createStatement()) {
                writer.setAutoCommit(false);
                statement.execute("UPDATE orders SET total = total WHERE id = 1");
                scene.timeline()
                        .begin(
                                Lane.MIGRATOR,
                                "another replica: " + SCRIPT.statements().get(0));
                return new Building(
                        scene,
                        writer,
                        BrakedMigrator.start(
                                scene,
                                () -> MigratorProcess.start(BrakedMigrator.NAME, scene.database(), SCRIPT),
                                look -> look.waitingForTransactions(BrakedMigrator.NAME)));
            } catch (SQLException e) {
                throw new IllegalStateException("The writer broke down", e);
            }
        }

        @Override
        public Expectation expectation() {
            // this one waits for the other's lock on the table, and is not to wait for ever
            return Expectation.unchanged(new ServerError("55P03", null), Ending.refused("refused"))
                    .migrating(SCRIPT.impatient())
                    .withOptions("--strict")
                    .allowing(Set.of("public.orders"));
        }

        @Override
        public Optional<ServerError> migrate() {
            return NextMigration.of(scene, expectation().next()).run();
        }

        @Override
        public List<String> verify() {
            try {
                writer.commit();
            } catch (SQLException e) {
                throw new IllegalStateException("The writer cannot commit", e);
            }
            MigrationOutcome outcome = builder.process().outcome();
            String valid = scene.database()
                    .queryText("SELECT pg_catalog.count(*) FROM pg_catalog.pg_index"
                            + " WHERE indisvalid AND indexrelid = pg_catalog.to_regclass('accounts_user')");
            return outcome instanceof Migrated && valid.equals("1")
                    ? List.of()
                    : List.of("the build did not come to its end: " + outcome + ", valid indexes: " + valid);
        }

        @Override
        public void close() {
            try (builder;
                    writer) {
                writer.rollback();
            } catch (SQLException e) {
                throw new IllegalStateException("Cannot let the builder go", e);
            }
        }
    }
}
