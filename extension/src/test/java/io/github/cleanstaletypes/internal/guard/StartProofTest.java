package io.github.cleanstaletypes.internal.guard;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cleanstaletypes.internal.apply.Progress;
import io.github.cleanstaletypes.internal.connect.ConnectionSettings;
import io.github.cleanstaletypes.internal.connect.setting.Environment;
import io.github.cleanstaletypes.internal.guard.live.LiveLimits;
import io.github.cleanstaletypes.internal.guard.report.GuardReport;
import io.github.cleanstaletypes.internal.guard.session.GuardWaits;
import io.github.cleanstaletypes.internal.lock.AdvisoryLock;
import io.github.cleanstaletypes.testing.PostgresServer;
import io.github.cleanstaletypes.testing.TestDatabase;
import io.github.cleanstaletypes.testing.wire.StandIn;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Before its command starts, a guard has proved that its lock holds others off, and what of the command's environment arrives. */
class StartProofTest {

    private static final PostgresServer SERVER = PostgresServer.of("18.6");
    private static final String LOCK = "pg_catalog\\.(pg_try_advisory(_xact)?_lock)\\((.*?)\\)";
    private static TestDatabase database;

    @TempDir
    private Path directory;

    private final RecordingNarrator told = new RecordingNarrator();

    @BeforeAll
    static void create() {
        database = SERVER.createDatabase();
    }

    @AfterAll
    static void drop() {
        database.close();
    }

    @Test
    void a_lock_that_holds_is_proved_on_one_connection_more_and_the_environment_arrives() throws Exception {
        try (StandIn proxy = StandIn.before(SERVER.port()).open()) {
            GuardReport report = guarded(proxy.port());
            assertThat(report.exitStatus()).as(report.error()).isZero();
            assertThat(report.proof()).isEqualTo("proved");
            assertThat(told.steps()).anyMatch(step -> step.startsWith("lock proved by a second session"));
            assertThat(told.warnings()).isEmpty();
            String given = given();
            assertThat(given).matches("cst:\\d+:\\S+\\|-c client_connection_check_interval=1s\n");
            assertThat(proxy.begun().get(1))
                    .containsEntry("application_name", given.substring(0, given.indexOf('|')))
                    .containsEntry("options", "-c client_connection_check_interval=1s");
            // the lock's, the proof's, and one before and one after the command
            assertThat(proxy.begun()).hasSize(4);
        }
    }

    /** {@code pg_locks} of a stub shows nothing; of a server whose sessions each lock for themselves it shows everything. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "stubs that say yes; ($3 IS NOT NULL); CockroachDB CCL v23.1.0; this is CockroachDB",
                "silent no-ops; (pg_catalog.length(pg_catalog.set_config('a.b', ($3)::text, true)) > 0);"
                        + " PostgreSQL 15.2-YB-2.25.0.0-b0 on x86_64; this is YugabyteDB",
                "sessions that each lock for themselves; pg_catalog.$1(($3) + pg_catalog.pg_backend_pid());"
                        + " PostgreSQL 18.6 on a cloud; the server (it calls itself PostgreSQL 18.6 on a cloud) or a pooler"
            })
    void a_server_that_only_pretends_to_lock_is_refused_by_name(
            String kind, String instead, String version, String name) throws Exception {
        try (StandIn impostor = StandIn.before(SERVER.port())
                .rewriting(LOCK, instead)
                .rewriting("pg_catalog\\.version\\(\\)", "'" + version + "'::text")
                .open()) {
            GuardReport report = guarded(impostor.port());
            assertThat(report.exitStatus()).as(kind).isEqualTo(125);
            assertThat(report.error())
                    .startsWith("a second session got the lock of --database-url too (advisory lock " + AdvisoryLock.KEY
                            + "): " + name)
                    .endsWith("; the command was not started");
            assertThat(report.proof()).startsWith("refuted: ");
            assertThat(given()).isEmpty();
        }
    }

    @Test
    void a_stub_beside_which_there_is_no_lock_of_a_transaction_is_refused_too() throws Exception {
        try (StandIn impostor = StandIn.before(SERVER.port())
                .rewriting("pg_catalog\\.pg_try_advisory_lock\\((.*?)\\)", "($1 IS NOT NULL)")
                .rewriting("pg_try_advisory_xact_lock", "$0_of_no_server")
                .rewriting("pg_control_system", "$0_of_no_server")
                .rewriting("pg_catalog\\.version\\(\\)", "'CockroachDB CCL v21.2.0'::text")
                .open()) {
            GuardReport report = guarded(impostor.port());
            assertThat(report.exitStatus()).isEqualTo(125);
            assertThat(report.error()).contains("this is CockroachDB");
            assertThat(given()).isEmpty();
        }
    }

    /** It tells the server's own process, so that only the lock shows it. */
    @Test
    void a_pooler_that_hands_one_session_to_two_clients_is_refused_by_name() throws Exception {
        try (StandIn pooler = StandIn.before(SERVER.port()).sharingOneSession().open()) {
            GuardReport report = guarded(pooler.port());
            assertThat(report.exitStatus()).isEqualTo(125);
            assertThat(report.error())
                    .matches(
                            "a second session got the lock of --database-url too \\(advisory lock \\d+\\): both are the"
                                    + " server's session \\d+; a connection pooler is in between: give the address of the server"
                                    + " itself by --lock-url; the command was not started");
            assertThat(given()).isEmpty();
        }
    }

    /** Asked once when it connects, once for the second session, and once more when that has tried the lock. */
    @Test
    void a_pooler_that_gives_the_locks_session_away_meanwhile_is_refused() throws Exception {
        AtomicInteger asked = new AtomicInteger();
        try (StandIn pooler = StandIn.before(SERVER.port())
                .rewriting(statement -> statement.contains(":identity */") && asked.incrementAndGet() == 3
                        ? statement.replace("pg_catalog.pg_backend_pid()", "pg_catalog.pg_backend_pid() + 1")
                        : statement)
                .open()) {
            GuardReport report = guarded(pooler.port());
            assertThat(report.exitStatus()).isEqualTo(125);
            assertThat(report.error())
                    .startsWith(
                            "the session that has the lock of --database-url is another one of the server's by now; a"
                                    + " connection pooler is in between: ");
            assertThat(given()).isEmpty();
        }
    }

    @Test
    void a_lock_that_somebody_else_holds_in_truth_is_refused() throws Exception {
        try (StandIn impostor = StandIn.before(SERVER.port())
                        .rewriting("pg_catalog\\.pg_try_advisory_lock\\((.*?)\\)", "($1 IS NOT NULL)")
                        .open();
                Connection holder = database.connect();
                Statement statement = holder.createStatement()) {
            statement.execute("SELECT pg_advisory_lock(" + AdvisoryLock.KEY + ")");
            GuardReport report = guarded(impostor.port());
            assertThat(report.exitStatus()).isEqualTo(125);
            assertThat(report.error()).contains("is held by session ").contains("was told that it has it");
            assertThat(given()).isEmpty();
        }
    }

    @Test
    void a_lock_that_is_lost_meanwhile_is_no_impostors() throws Exception {
        try (StandIn proxy = StandIn.before(SERVER.port())
                .rewriting(
                        "(?s)pg_catalog\\.pg_try_advisory_xact_lock\\((.*?)\\)",
                        "(SELECT bool_and(pg_catalog.pg_terminate_backend(pid, 5000)) FROM pg_catalog.pg_stat_activity"
                                + " WHERE application_name LIKE 'cst-guard:%' AND datname = current_database()"
                                + " AND $1 IS NOT NULL)")
                .open()) {
            GuardReport report = guarded(proxy.port());
            assertThat(report.exitStatus()).isEqualTo(125);
            assertThat(report.error()).startsWith("the database failed: ").contains("(57P01)");
            assertThat(given()).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({"options, PGOPTIONS", "application_name, PGAPPNAME"})
    void what_a_proxy_refuses_is_left_out_and_said(String parameter, String variable) throws Exception {
        try (StandIn proxy = StandIn.before(SERVER.port()).refusing(parameter).open()) {
            leftOut(
                    guarded(proxy.port()),
                    variable,
                    "refuses it: unsupported startup parameter: " + parameter + " (08P01); ");
        }
    }

    @ParameterizedTest
    @CsvSource({"options, PGOPTIONS", "application_name, PGAPPNAME"})
    void what_a_proxy_drops_is_left_out_and_said(String parameter, String variable) throws Exception {
        try (StandIn proxy = StandIn.before(SERVER.port()).dropping(parameter).open()) {
            leftOut(guarded(proxy.port()), variable, "drops it; ");
        }
    }

    @ParameterizedTest
    @CsvSource({"options, PGOPTIONS", "application_name, PGAPPNAME"})
    void what_a_proxy_hangs_up_on_is_left_out_and_said(String parameter, String variable) throws Exception {
        try (StandIn proxy =
                StandIn.before(SERVER.port()).hangingUpOn(parameter).open()) {
            leftOut(guarded(proxy.port()), variable, "refuses it: the server closed the connection (08001); ");
        }
    }

    /** The lock is proved nevertheless, and the other variable is there. */
    private void leftOut(GuardReport report, String variable, String why) throws IOException {
        assertThat(report.exitStatus()).as(report.error()).isZero();
        assertThat(report.proof()).isEqualTo("proved");
        assertThat(told.warnings())
                .singleElement()
                .asString()
                .startsWith(
                        "the command gets nothing of guard's in " + variable + ", since the way to the server " + why);
        assertThat(given())
                .matches(
                        variable.equals("PGOPTIONS")
                                ? "cst:\\d+:\\S+\\|\n"
                                : "\\|-c client_connection_check_interval=1s\n");
    }

    @Test
    void where_nothing_arrives_a_former_guards_name_is_not_inherited_and_the_users_own_stays() throws Exception {
        try (StandIn proxy = StandIn.before(SERVER.port())
                .dropping("application_name")
                .dropping("options")
                .open()) {
            Map<String, String> users =
                    Map.of("PGAPPNAME", "cst:5:00000000-0000000000000000 deploy", "PGOPTIONS", "-c jit=off");
            GuardReport report = guarded(url(proxy.port()), null, users);
            assertThat(report.exitStatus()).as(report.error()).isZero();
            assertThat(told.warnings()).hasSize(2);
            assertThat(given()).isEqualTo("deploy|\n");
        }
    }

    @Test
    void a_check_interval_of_the_users_own_is_neither_changed_nor_missed() throws Exception {
        try (StandIn proxy = StandIn.before(SERVER.port()).open()) {
            GuardReport report =
                    guarded(url(proxy.port()), null, Map.of("PGOPTIONS", "-c client-connection-check-interval=7s"));
            assertThat(report.exitStatus()).as(report.error()).isZero();
            assertThat(told.warnings()).isEmpty();
            assertThat(proxy.begun().get(1)).containsEntry("options", "-c client-connection-check-interval=7s");
        }
    }

    @Test
    void without_a_second_connection_nothing_is_proved_and_the_command_runs() throws Exception {
        String role = database.createRole();
        database.execute("ALTER ROLE " + role + " CONNECTION LIMIT 1");
        GuardReport report =
                guarded(url(SERVER.port()), url(SERVER.port()).replace("user=postgres", "user=" + role), Map.of());
        notProved(report, "a second session could not be had: too many connections");
    }

    @Test
    void a_role_that_may_not_read_pg_locks_proves_nothing_and_the_command_runs() throws Exception {
        String role = database.createRole();
        database.execute("REVOKE SELECT ON pg_catalog.pg_locks FROM PUBLIC");
        try {
            GuardReport report =
                    guarded(url(SERVER.port()), url(SERVER.port()).replace("user=postgres", "user=" + role), Map.of());
            notProved(report, "the second session could not look: ERROR: permission denied for view pg_locks (42501)");
        } finally {
            database.execute("GRANT SELECT ON pg_catalog.pg_locks TO PUBLIC");
        }
    }

    /** The cleaning needs that, too, and ends the guard there; that nothing was proved is told before. */
    @Test
    void where_the_same_role_cleans_and_may_not_read_pg_locks_the_command_does_not_start() throws Exception {
        String role = database.createRole();
        database.execute("REVOKE SELECT ON pg_catalog.pg_locks FROM PUBLIC");
        try {
            GuardReport report = guarded(url(SERVER.port()).replace("user=postgres", "user=" + role), null, Map.of());
            assertThat(report.proof()).startsWith("not proved: ").contains("permission denied for view pg_locks");
            assertThat(report.exitStatus()).isEqualTo(125);
            assertThat(report.error()).contains("permission denied for view pg_locks");
        } finally {
            database.execute("GRANT SELECT ON pg_catalog.pg_locks TO PUBLIC");
        }
    }

    private void notProved(GuardReport report, String why) throws IOException {
        assertThat(report.exitStatus()).as(report.error()).isZero();
        assertThat(report.proof()).startsWith("not proved: " + why);
        assertThat(told.warnings())
                .singleElement()
                .asString()
                .startsWith("the lock is not proved: " + why)
                .endsWith("; going on without proof");
        assertThat(given()).startsWith("cst:").contains("|-c client");
    }

    /** A pool that has no connection to spare keeps its client waiting. */
    @Test
    void a_second_session_that_is_kept_waiting_proves_nothing_and_the_command_runs() throws Exception {
        try (StandIn pool = StandIn.before(SERVER.port()).silentAfter(1).open()) {
            GuardReport report = guarded(url(SERVER.port()), url(pool.port()) + "&loginTimeout=1", Map.of());
            notProved(report, "a second session could not be had: timed out");
        }
    }

    @Test
    void a_second_server_behind_the_address_is_refused() throws Exception {
        PostgresServer other = PostgresServer.of("14.22");
        try (StandIn balancer = StandIn.before(SERVER.port())
                .leadingLaterSessionsTo(other.port())
                .open()) {
            GuardReport report = guarded(url(balancer.port()).replace(database.name(), "postgres"), null, Map.of());
            assertThat(report.exitStatus()).isEqualTo(125);
            assertThat(report.error())
                    .startsWith("--database-url leads to two servers (one has been running since ")
                    .endsWith("give the address of one server; the command was not started");
            assertThat(given()).isEmpty();
        }
    }

    private GuardReport guarded(int port) throws IOException {
        return guarded(url(port), null, Map.of());
    }

    private static String url(int port) {
        return "jdbc:postgresql://localhost:%d/%s?user=postgres".formatted(port, database.name());
    }

    private GuardReport guarded(String url, @Nullable String lockUrl, Map<String, String> more) {
        Map<String, String> variables = new HashMap<>(Map.of("PATH", System.getenv("PATH"), "HOME", "/nonexistent"));
        variables.putAll(more);
        Environment environment = variables::get;
        Duration second = Duration.ofSeconds(1);
        GuardSettings settings = new GuardSettings(
                List.of("sh", "-c", "printf '%s|%s\\n' \"$PGAPPNAME\" \"$PGOPTIONS\" >> " + directory.resolve("given")),
                ConnectionSettings.ofUrl("--database-url", url, environment).withApplicationName("clean-stale-types"),
                lockUrl == null
                        ? null
                        : ConnectionSettings.ofUrl("--lock-url", lockUrl, environment)
                                .withApplicationName("clean-stale-types"),
                null,
                environment,
                new ByteArrayOutputStream(),
                true,
                new RunSettings(
                        (types, wait) -> types.claiming("unused")
                                .waitingForCreators(wait)
                                .clean(),
                        Progress.SILENT,
                        new GuardWaits(Duration.ZERO, second, second, Duration.ofSeconds(2), second),
                        OnLockLost.STOP,
                        0,
                        false,
                        false),
                LiveLimits.USUAL,
                null);
        return new Guard(settings, told).run(signals -> {});
    }

    /** What the command has found in its environment; nothing if it was not started. */
    private String given() throws IOException {
        Path file = directory.resolve("given");
        return Files.exists(file) ? Files.readString(file) : "";
    }
}
