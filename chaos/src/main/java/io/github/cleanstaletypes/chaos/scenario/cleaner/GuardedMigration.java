package io.github.cleanstaletypes.chaos.scenario.cleaner;

import io.github.cleanstaletypes.chaos.migrator.Script;
import io.github.cleanstaletypes.chaos.migrator.Script.Mode;
import io.github.cleanstaletypes.chaos.migrator.ServerError;
import io.github.cleanstaletypes.chaos.product.ToolLock;
import io.github.cleanstaletypes.chaos.scenario.Application;
import io.github.cleanstaletypes.chaos.scenario.Expectation;
import io.github.cleanstaletypes.chaos.scenario.Incident;
import io.github.cleanstaletypes.chaos.scenario.Lane;
import io.github.cleanstaletypes.chaos.scenario.Scenario;
import io.github.cleanstaletypes.chaos.scenario.ScenarioHeader;
import io.github.cleanstaletypes.chaos.scenario.Scene;
import io.github.cleanstaletypes.report.FindingCode;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;

/**
 * A migration that holds the tool's lock has committed a type and is about to use it: to everybody else the type looks as
 * if nothing used it.
 */
public final class GuardedMigration implements Scenario {

    private static final Script REST =
            new Script("release2", Mode.STATEMENTS, List.of("CREATE TABLE IF NOT EXISTS accounts (who accounts_user)"));

    @Override
    public ScenarioHeader header() {
        return ScenarioHeader.of(
                        "guarded-migration",
                        FindingCode.UNUSED_TYPE,
                        "a cleaner comes between two statements of a migration that holds the lock")
                .healedBy("cli");
    }

    @Override
    public Incident begin(Scene scene) {
        Application.install(scene);
        return new Migrating(scene, scene.database().connect("guarded")).begin();
    }

    private record Migrating(Scene scene, Connection session) implements Incident {

        Migrating begin() {
            run(ToolLock.TAKE);
            scene.timeline().begin(Lane.LOCKS, "a migration holds the lock");
            run("CREATE TYPE accounts_user AS ENUM ('admin', 'guest')");
            return this;
        }

        private void run(String sql) {
            try (Statement statement = session.createStatement()) {
                statement.execute(sql);
                scene.timeline().mark(Lane.MIGRATOR, sql);
            } catch (SQLException e) {
                throw new IllegalStateException("The guarded migration got " + e.getSQLState(), e);
            }
        }

        @Override
        public Expectation expectation() {
            return Expectation.heldOff(REST, "public.accounts").withOptions("--lock-wait", "500ms");
        }

        /** Runs it in the session that holds the lock. */
        @Override
        public Optional<ServerError> migrate() {
            try (Statement statement = session.createStatement()) {
                statement.execute(REST.statements().get(0));
                return Optional.empty();
            } catch (SQLException e) {
                return ServerError.in(e);
            }
        }

        @Override
        public boolean meetsOnce() {
            return true;
        }

        @Override
        public void close() {
            try {
                session.close();
            } catch (SQLException e) {
                throw new IllegalStateException("Cannot end the guarded migration", e);
            }
        }
    }
}
