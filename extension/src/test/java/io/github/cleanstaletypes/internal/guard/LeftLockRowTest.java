package io.github.cleanstaletypes.internal.guard;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cleanstaletypes.internal.apply.Progress;
import io.github.cleanstaletypes.internal.connect.ConnectionSettings;
import io.github.cleanstaletypes.internal.connect.setting.Environment;
import io.github.cleanstaletypes.internal.guard.live.LiveLimits;
import io.github.cleanstaletypes.internal.guard.report.GuardReport;
import io.github.cleanstaletypes.internal.guard.session.GuardWaits;
import io.github.cleanstaletypes.report.FindingCode;
import io.github.cleanstaletypes.report.Result;
import io.github.cleanstaletypes.testing.EachServer;
import io.github.cleanstaletypes.testing.PostgresServer;
import io.github.cleanstaletypes.testing.TestDatabase;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** What a guarded command writes into the lock table of its tool, and leaves there when it is killed. */
class LeftLockRowTest {

    private static final String LOCK = "psql -Xqc 'UPDATE knex_migrations_lock SET is_locked = 1' >/dev/null; ";
    private static final String LEFT = "UNFINISHED_MIGRATION public.knex_migrations_lock ";

    private final ByteArrayOutputStream errors = new ByteArrayOutputStream();

    @EachServer(sample = 1)
    void is_freed_once_the_command_is_gone_although_others_are_connected(PostgresServer server) throws SQLException {
        try (TestDatabase database = prepared(server, 0);
                Connection application = database.connect()) {
            GuardReport report = guard(database, LOCK + "kill -9 $$", true);
            assertThat(report.exitStatus()).isEqualTo(137);
            assertThat(told(report)).containsExactly(LEFT + "freed");
            assertThat(results(report).get(0).undo().orElseThrow()).contains("SET is_locked = '1' WHERE index = '1'");
            assertThat(locked(database)).isEqualTo("0");
            assertThat(application).isNotNull();
        }
    }

    @EachServer(sample = 1)
    void stays_unless_it_is_to_be_freed(PostgresServer server) {
        try (TestDatabase database = prepared(server, 0)) {
            assertThat(told(guard(database, LOCK + "kill -9 $$", false))).isEmpty();
            assertThat(locked(database)).isEqualTo("1");
        }
    }

    @EachServer(sample = 1)
    void stays_while_a_process_of_the_command_is_left(PostgresServer server) {
        try (TestDatabase database = prepared(server, 0)) {
            GuardReport report = guard(database, "sleep 60 >/dev/null 2>&1 & echo $! >&2; " + LOCK + "exit 1", true);
            String pid = errors.toString(StandardCharsets.UTF_8).strip();
            assertThat(ProcessHandle.of(Long.parseLong(pid)).map(ProcessHandle::destroy))
                    .contains(true);
            assertThat(told(report)).isEmpty();
            assertThat(locked(database)).isEqualTo("1");
        }
    }

    @EachServer(sample = 1)
    void stays_if_it_was_there_before_the_command(PostgresServer server) throws SQLException {
        try (TestDatabase database = prepared(server, 1);
                Connection application = database.connect()) {
            assertThat(told(guard(database, "exit 1", true))).isEmpty();
            assertThat(locked(database)).isEqualTo("1");
            assertThat(application).isNotNull();
        }
    }

    @EachServer(sample = 1)
    void stays_while_a_session_is_connected_that_began_since(PostgresServer server) {
        try (TestDatabase database = prepared(server, 0)) {
            String detached = "setsid psql -Xqc 'SELECT pg_sleep(60)' >/dev/null 2>&1 & ";
            String until =
                    "until [ \"$(psql -XAtc \"SELECT count(*) FROM pg_stat_activity WHERE query = 'SELECT pg_sleep(60)'\")\" = 1 ];"
                            + " do :; done; ";
            GuardReport report = guard(database, detached + until + LOCK + "exit 1", true);
            assertThat(told(report)).containsExactly(LEFT + "refused");
            assertThat(results(report).get(0).why())
                    .contains("sessions that have begun since may be the command's: pid ");
            assertThat(locked(database)).isEqualTo("1");
            database.queryTexts(
                    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE query = 'SELECT pg_sleep(60)'");
        }
    }

    private static TestDatabase prepared(PostgresServer server, int locked) {
        TestDatabase database = server.createDatabase();
        database.execute(
                "CREATE TABLE knex_migrations_lock (index serial PRIMARY KEY, is_locked int)",
                "INSERT INTO knex_migrations_lock (is_locked) VALUES (" + locked + ")");
        return database;
    }

    private static String locked(TestDatabase database) {
        return database.queryText("SELECT is_locked FROM knex_migrations_lock");
    }

    private static List<Result> results(GuardReport report) {
        return report.cleanup().orElseThrow().results().stream()
                .filter(result -> result.finding().code() == FindingCode.UNFINISHED_MIGRATION)
                .filter(result -> result.outcome().healed() || result.refusal() != null)
                .toList();
    }

    private static List<String> told(GuardReport report) {
        return results(report).stream()
                .map(result -> result.finding().code() + " "
                        + result.finding().subject().display() + " "
                        + result.outcome().word())
                .toList();
    }

    private GuardReport guard(TestDatabase database, String script, boolean freeLocks) {
        Map<String, String> variables = Map.of("PATH", System.getenv("PATH"), "HOME", "/nonexistent");
        Environment environment = variables::get;
        String address = "export PGHOST=localhost PGPORT=" + database.server().port() + " PGUSER="
                + PostgresServer.SUPERUSER + " PGDATABASE=" + database.name() + "; ";
        Duration second = Duration.ofSeconds(1);
        GuardSettings settings = new GuardSettings(
                List.of("sh", "-c", address + script),
                ConnectionSettings.ofUrl("--database-url", database.jdbcUrl(), environment),
                null,
                null,
                environment,
                errors,
                true,
                new RunSettings(
                        (types, wait) -> types.waitingForCreators(wait).clean(),
                        Progress.SILENT,
                        new GuardWaits(second, second, second, second, second),
                        OnLockLost.STOP,
                        0,
                        freeLocks,
                        false),
                LiveLimits.USUAL,
                null);
        return new Guard(settings, new SilentNarrator()).run();
    }
}
