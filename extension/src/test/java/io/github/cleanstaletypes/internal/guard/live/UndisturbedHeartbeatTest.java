package io.github.cleanstaletypes.internal.guard.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cleanstaletypes.internal.guard.LiveGuard;
import io.github.cleanstaletypes.internal.guard.LiveGuard.Starter;
import io.github.cleanstaletypes.internal.guard.report.GuardReport;
import io.github.cleanstaletypes.testing.PostgresServer;
import io.github.cleanstaletypes.testing.TestDatabase;
import io.github.cleanstaletypes.testing.Wait;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever becomes of a look, guard holds its lock, looks after it, and ends what a former guard's command connects. */
class UndisturbedHeartbeatTest {

    private static final String LOOKS =
            " FROM pg_stat_activity a WHERE datname = current_database() AND application_name LIKE"
                    + " 'cst-guard:%' AND NOT EXISTS (SELECT FROM pg_locks l WHERE l.pid = a.pid AND l.locktype = 'advisory')";

    @TempDir
    private Path directory;

    @Test
    void a_look_that_fails_is_told_once_and_is_no_lost_lock() throws Exception {
        Path gate = directory.resolve("gate");
        try (TestDatabase database = PostgresServer.of("18.6").createDatabase();
                LiveGuard guard = Starter.on(database).start("until [ -e " + gate + " ]; do sleep 0.02; done")) {
            for (int i = 0; i < 2; i++) {
                Wait.until("it looks", () -> "1".equals(database.queryText("SELECT count(*)" + LOOKS)));
                database.queryTexts("SELECT pg_terminate_backend(a.pid, 5000)" + LOOKS);
            }
            guard.saying("the command's waits could not be looked at: ");
            Wait.until("it looks again", () -> "1".equals(database.queryText("SELECT count(*)" + LOOKS)));
            Files.createFile(gate);
            GuardReport report = guard.ended();
            assertThat(report.exitStatus()).isZero();
            assertThat(guard.lines())
                    .filteredOn(line -> line.contains("could not be looked at"))
                    .hasSize(1);
            database.awaitNobodyConnected();
        }
    }

    /** The look hangs, since it wants names of a catalog that somebody has locked. */
    @Test
    void a_look_that_hangs_keeps_the_heartbeat_from_nothing() throws Exception {
        try (TestDatabase database = PostgresServer.of("18.6").createDatabase();
                Connection holder = database.connect();
                Statement locking = holder.createStatement();
                Connection late = database.connect();
                Statement sets = late.createStatement()) {
            database.execute("CREATE TABLE t (id int)");
            // what it needs to know of itself is read before the catalog is locked
            sets.execute("SET application_name = ''");
            holder.setAutoCommit(false);
            locking.execute("LOCK TABLE t");
            String psql = "psql -Xqc 'SELECT * FROM t'";
            try (LiveGuard guard = Starter.on(database).start(psql)) {
                guard.saying(" waits for AccessShareLock on table public.t");
                String token =
                        database.queryText("SELECT split_part(application_name, '-', 1) FROM pg_stat_activity WHERE"
                                + " datname = current_database() AND application_name LIKE 'cst:%'");
                locking.execute("LOCK TABLE pg_catalog.pg_namespace");
                Wait.until("the look hangs", () -> hangs(database.server()));
                sets.execute("SET application_name = '" + token + "-0123456789abcdef'");
                guard.saying("a former guard's command has connected again; ended session ");
                assertThat(hangs(database.server())).as("the look still hangs").isTrue();
                holder.rollback();
                assertThat(guard.ended().exitStatus()).isZero();
            }
        }
    }

    private static boolean hangs(PostgresServer server) throws Exception {
        try (Connection elsewhere = server.superuser().getConnection();
                Statement statement = elsewhere.createStatement();
                var row = statement.executeQuery("SELECT count(*) > 0 FROM pg_stat_activity WHERE application_name LIKE"
                        + " 'cst-guard:%' AND wait_event = 'relation'")) {
            row.next();
            return row.getBoolean(1);
        }
    }

    @Test
    void where_few_sessions_are_allowed_none_looks() throws Exception {
        Path gate = directory.resolve("gate");
        try (TestDatabase database = PostgresServer.of("18.6").createDatabase()) {
            String role = database.createRole();
            database.execute("ALTER ROLE " + role + " CONNECTION LIMIT 4");
            try (LiveGuard guard =
                    Starter.on(database).as(role).start("until [ -e " + gate + " ]; do sleep 0.02; done")) {
                guard.saying("few sessions are allowed here, so none looks what the command waits for");
                Wait.until("it is gone", () -> "0".equals(database.queryText("SELECT count(*)" + LOOKS)));
                Files.createFile(gate);
                assertThat(guard.ended().exitStatus()).isZero();
            }
        }
    }
}
