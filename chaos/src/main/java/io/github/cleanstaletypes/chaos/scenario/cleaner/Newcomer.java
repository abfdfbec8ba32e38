package io.github.cleanstaletypes.chaos.scenario.cleaner;

import io.github.cleanstaletypes.chaos.migrator.ServerError;
import io.github.cleanstaletypes.chaos.scenario.Ending;
import io.github.cleanstaletypes.chaos.scenario.Expectation;
import io.github.cleanstaletypes.chaos.scenario.Incident;
import io.github.cleanstaletypes.chaos.scenario.Lane;
import io.github.cleanstaletypes.chaos.scenario.NextMigration;
import io.github.cleanstaletypes.chaos.scenario.Scenario;
import io.github.cleanstaletypes.chaos.scenario.ScenarioHeader;
import io.github.cleanstaletypes.chaos.scenario.Scene;
import io.github.cleanstaletypes.chaos.system.Database;
import io.github.cleanstaletypes.chaos.system.Proxy;
import io.github.cleanstaletypes.report.FindingCode;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * While the cleaner is at work on a type that nothing uses, somebody begins a transaction that uses it, and commits when
 * the cleaner is done. Before which of the cleaner's statements, the seed chooses.
 */
public final class Newcomer implements Scenario {

    private static final int STATEMENTS = 16;

    @Override
    public ScenarioHeader header() {
        return ScenarioHeader.of(
                        "newcomer",
                        FindingCode.UNUSED_TYPE,
                        "a table that uses the type is created while the cleaner is about to remove it")
                .healedBy("cli");
    }

    @Override
    public Incident begin(Scene scene) {
        StaleType.leaveIn(scene);
        return new Coming(scene, 1 + scene.random().nextInt(STATEMENTS));
    }

    /** Somebody comes. The table is there in the end, whole, unless the type was gone before. */
    public static final class Coming implements Incident {

        private final Scene scene;
        private final Connection session;
        private final Proxy proxy;
        private boolean created;
        private boolean came;

        /** Comes before the cleaner's statement of this number, counted from 1. */
        public Coming(Scene scene, int statement) {
            this.scene = scene;
            this.session = scene.database().connect("newcomer");
            this.proxy = Proxy.before(scene.database().port(), number -> {
                if (number == statement) {
                    come();
                }
            });
        }

        private synchronized void come() {
            came = true;
            try (Statement statement = session.createStatement()) {
                session.setAutoCommit(false);
                // the cleaner may hold the type already: then this one is not served
                statement.execute("SET LOCAL lock_timeout = '200ms'");
                statement.execute("CREATE TABLE newcomer (id int, who accounts_user)");
                statement.execute("INSERT INTO newcomer VALUES (1, 'guest')");
                created = true;
                scene.timeline().begin(Lane.APPLICATION, "open transaction: CREATE TABLE newcomer (who accounts_user)");
            } catch (SQLException e) {
                scene.timeline().mark(Lane.APPLICATION, "comes too late: " + e.getSQLState());
            }
        }

        private synchronized void commit() {
            try {
                if (!session.isClosed() && !session.getAutoCommit()) {
                    session.commit();
                    session.setAutoCommit(true);
                    scene.timeline().mark(Lane.APPLICATION, "commits");
                }
            } catch (SQLException e) {
                throw new IllegalStateException("The newcomer cannot commit", e);
            }
        }

        @Override
        public Database forHealer(Scene s) {
            return s.database().through(proxy.port());
        }

        @Override
        public Expectation expectation() {
            return Expectation.typeRemoved("42710").endingIn(Ending.anyhow()).withOptions("--creators-wait", "0");
        }

        @Override
        public Set<String> mayDiffer() {
            Set<String> names = new HashSet<>(expectation().mayDiffer());
            names.addAll(StaleType.names(scene.database()));
            names.add("public.newcomer");
            return names;
        }

        @Override
        public Optional<ServerError> migrate() {
            commit();
            return NextMigration.of(scene, expectation().next()).run();
        }

        @Override
        public List<String> verify() {
            if (!came) {
                return List.of("the cleaner was done before the newcomer came");
            }
            if (!created) {
                return List.of();
            }
            try {
                String who = scene.database().queryText("SELECT who FROM newcomer");
                return who.equals("guest") ? List.of() : List.of("the newcomer's row is " + who);
            } catch (IllegalStateException e) {
                return List.of("the newcomer's table is broken: " + e.getMessage());
            }
        }

        @Override
        public void close() {
            proxy.close();
            try {
                session.close();
            } catch (SQLException e) {
                throw new IllegalStateException("Cannot let the newcomer go", e);
            }
        }
    }
}
