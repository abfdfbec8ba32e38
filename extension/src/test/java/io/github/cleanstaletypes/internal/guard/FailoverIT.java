package io.github.cleanstaletypes.internal.guard;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cleanstaletypes.internal.guard.GuardProcess.Ended;
import io.github.cleanstaletypes.internal.guard.GuardProcess.Starter;
import io.github.cleanstaletypes.testing.LongForm;
import io.github.cleanstaletypes.testing.MemoryDirectory;
import io.github.cleanstaletypes.testing.PrivateServer;
import io.github.cleanstaletypes.testing.Wait;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The primary is lost in the middle of a migration, and a standby takes its place; guards know the addresses of both. */
class FailoverIT {

    /** The first statement commits, and so is replicated; the rest does not come about before there is a gate. */
    private static final String MIGRATION = """
            trap 'echo stopped; exit 0' TERM
            psql -Xqc "CREATE TYPE accounts_role AS ENUM ('admin', 'guest')" || exit 1
            if [ ! -e gate ]; then
              psql -Xq1 -c 'CREATE TABLE accounts_user (role accounts_role)' -c 'SELECT pg_sleep(600)'
              until [ -e gate ]; do sleep 0.05; done
            fi
            psql -Xq1 -v ON_ERROR_STOP=1 -c 'CREATE TABLE accounts_user (role accounts_role)' -c 'INSERT INTO history VALUES (1)'
            """;

    @TempDir
    private Path directory;

    static List<String> versions() {
        return LongForm.sample(List.of("14.22", "18.6"), 1, "failover");
    }

    @MethodSource("versions")
    @ParameterizedTest
    void after_a_failover_the_first_guard_ends_with_125_and_the_one_that_waits_migrates_on_the_new_primary(
            String version, @TempDir(factory = MemoryDirectory.class) Path data) throws Exception {
        Files.writeString(directory.resolve("migrate.sh"), MIGRATION);
        try (PrivateServer primary =
                PrivateServer.in(data.resolve("primary"), version).start()) {
            primary.stop();
            try (PrivateServer standby = primary.standbyIn(data.resolve("standby"))) {
                // what is committed is replicated
                primary.with("synchronous_commit", "remote_apply")
                        .with("synchronous_standby_names", "walreceiver")
                        .start();
                standby.start();
                primary.execute("CREATE TABLE kept AS SELECT g AS id FROM generate_series(1, 1000) g");
                primary.execute("CREATE TABLE history (version int)");
                String system = text(primary, "SELECT system_identifier FROM pg_control_system()");
                failOver(primary, standby);
                assertThat(text(standby, "SELECT system_identifier FROM pg_control_system()"))
                        .isEqualTo(system);
                assertThat(text(standby, "SELECT count(*) || ' ' || sum(id) FROM kept"))
                        .isEqualTo("1000 500500");
                assertThat(text(standby, "SELECT string_agg(version::text, ' ') FROM history"))
                        .isEqualTo("1");
                assertThat(
                                text(
                                        standby,
                                        "SELECT enum_range(NULL::accounts_role) FROM accounts_user RIGHT JOIN kept ON false LIMIT 1"))
                        .isEqualTo("{admin,guest}");
                assertThat(text(standby, "SELECT count(*) FROM pg_type WHERE typname LIKE 'stale%'"))
                        .isEqualTo("0");
            }
        }
    }

    private void failOver(PrivateServer primary, PrivateServer standby) throws IOException {
        Starter starter = starter(primary.port(), standby.port());
        try (GuardProcess first = starter.guard("--heartbeat", "200ms", "--", "sh", "migrate.sh")) {
            Wait.until(
                    "the first migration is in the middle of a transaction",
                    () -> text(primary, "SELECT count(*) FROM pg_stat_activity WHERE query = 'SELECT pg_sleep(600)'")
                            .equals("1"));
            try (GuardProcess second = starter.guard("--", "sh", "migrate.sh")) {
                second.saying("waiting up to 300 s for the lock");
                primary.killHard();
                Ended ended = first.ended();
                assertThat(ended.status()).as(ended.err()).isEqualTo(125);
                assertThat(ended.out()).isEqualTo("stopped\n");
                assertThat(ended.err()).contains("stopping the command").contains("the lock was lost (");
                Files.createFile(directory.resolve("gate"));
                assertThat(second.isRunning()).as("a standby is not migrated").isTrue();
                standby.execute("SELECT pg_promote()");
                Ended migrated = second.ended();
                assertThat(migrated.status()).as(migrated.err()).isZero();
                assertThat(migrated.err())
                        .contains("no predecessor is connected")
                        .contains("public.accounts_role is set aside until the command has run again");
            }
        }
    }

    private static String text(PrivateServer server, String query) throws SQLException {
        try (Connection connection = DriverManager.getConnection(
                        "jdbc:postgresql://localhost:" + server.port() + "/postgres?user=postgres");
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return String.valueOf(row.getString(1));
        }
    }

    private Starter starter(int port, int other) {
        return new Starter(
                directory,
                Map.of(
                        "PATH",
                        String.valueOf(System.getenv("PATH")),
                        "HOME",
                        "/nonexistent",
                        "DATABASE_URL",
                        "postgresql://postgres@localhost:%d,localhost:%d/postgres?target_session_attrs=read-write"
                                .formatted(port, other),
                        "PGHOST",
                        "localhost,localhost",
                        "PGPORT",
                        port + "," + other,
                        "PGUSER",
                        "postgres",
                        "PGDATABASE",
                        "postgres",
                        "PGTARGETSESSIONATTRS",
                        "read-write"));
    }
}
