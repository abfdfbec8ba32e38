package io.github.cleanstaletypes.internal.connect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.cleanstaletypes.internal.connect.ConnectionFailure.Kind;
import io.github.cleanstaletypes.testing.Ports;
import io.github.cleanstaletypes.testing.PostgresServer;
import io.github.cleanstaletypes.testing.TestDatabase;
import io.github.cleanstaletypes.testing.Wait;
import io.github.cleanstaletypes.testing.wire.DroppingLine;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Waiting for a real server: until it lets the role in, or says something that waiting does not change. */
@Timeout(60)
class DatabaseWaiterTest {

    private static final Duration LONG = Duration.ofSeconds(50);

    @TempDir
    Path home;

    private final List<ConnectionFailure> failures = new ArrayList<>();
    private TestDatabase database;
    private String role;

    @BeforeEach
    void a_database() {
        database = PostgresServer.of("18.6").createDatabase();
        role = database.createRole();
    }

    @AfterEach
    void drop() {
        database.close();
    }

    @Test
    void a_database_that_answers_is_connected_at_once() throws Exception {
        ConnectionSettings settings = settings(database.server().port(), database.name(), "?application_name=me");

        try (Connection connection = waiter(settings).await(Duration.ZERO);
                Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery("/* of a test */ SELECT pg_catalog.current_database(), current_user,"
                                + " pg_catalog.current_setting('application_name')")) {
            row.next();
            assertThat(row.getString(1)).isEqualTo(database.name());
            assertThat(row.getString(2)).isEqualTo(role);
            assertThat(row.getString(3)).isEqualTo("me");
            assertThat(connection.getAutoCommit()).isTrue();
            assertThat(connection.getNetworkTimeout()).isEqualTo(125_000);
        }
        assertThat(failures).isEmpty();
    }

    @Test
    void a_users_own_socket_timeout_stays() throws Exception {
        TestEnvironment environment = new TestEnvironment(home)
                .with(
                        "DATABASE_URL",
                        "jdbc:postgresql://localhost:%d/%s?user=%s&socketTimeout=7"
                                .formatted(database.server().port(), database.name(), role));

        try (Connection connection = waiter(environment.resolve()).await(LONG)) {
            assertThat(connection.getNetworkTimeout()).isEqualTo(7000);
        }
    }

    @Test
    void an_application_name_of_ours_reaches_the_server() throws Exception {
        ConnectionSettings settings =
                settings(database.server().port(), database.name(), "").withApplicationName("clean-stale-types");

        try (Connection connection = settings.dataSource().getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "/* of a test */ SELECT pg_catalog.current_setting('application_name')")) {
            row.next();
            assertThat(row.getString(1)).isEqualTo("clean-stale-types");
        }
    }

    @Test
    void a_server_that_is_not_there_yet_is_waited_for() throws Exception {
        int port = Ports.free();
        AtomicReference<Listener> relay = new AtomicReference<>();
        DatabaseWaiter waiter = new DatabaseWaiter(settings(port, database.name(), ""), (failure, elapsed) -> {
            failures.add(failure);
            if (failures.size() == 2) {
                relay.set(Listener.relay(port, database.server().port()));
            }
        });

        try (Connection connection = waiter.await(LONG)) {
            assertThat(connection.isValid(0)).isTrue();
        } finally {
            relay.get().close();
        }
        assertThat(failures)
                .hasSizeGreaterThanOrEqualTo(2)
                .allMatch(failure -> failure.summary().equals("connection refused"));
    }

    @Test
    void a_full_server_is_waited_for() throws Exception {
        database.execute("ALTER ROLE " + role + " CONNECTION LIMIT 0");
        DatabaseWaiter waiter =
                new DatabaseWaiter(settings(database.server().port(), database.name(), ""), (failure, elapsed) -> {
                    failures.add(failure);
                    database.execute("ALTER ROLE " + role + " CONNECTION LIMIT -1");
                });

        try (Connection connection = waiter.await(LONG)) {
            assertThat(connection.isValid(0)).isTrue();
        }
        assertThat(failures).extracting(ConnectionFailure::sqlState).containsExactly("53300");
    }

    @Test
    void the_end_of_the_wait_ends_it() throws Exception {
        long start = System.nanoTime();

        assertUnavailable(settings(Ports.free(), "app", ""), Duration.ofMillis(700), Kind.UNREACHABLE);

        assertThat(Duration.ofNanos(System.nanoTime() - start))
                .isBetween(Duration.ofMillis(700), Duration.ofMillis(3000));
        assertThat(failures).hasSizeBetween(3, 5);
    }

    @Test
    void the_end_of_the_wait_ends_an_attempt_that_hangs() throws Exception {
        try (Listener silent = Listener.silent()) {
            long start = System.nanoTime();

            assertUnavailable(
                    settings(silent.port(), "app", "?connect_timeout=0"), Duration.ofSeconds(1), Kind.UNREACHABLE);

            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
        }
        assertThat(failures).isNotEmpty().allMatch(failure -> failure.summary().equals("timed out"));
    }

    /** The first questions are those for TLS, for the role, and two of SCRAM. */
    @Test
    void the_end_of_the_wait_ends_an_attempt_that_hangs_at_any_point() throws Exception {
        database.execute("ALTER ROLE " + role + " PASSWORD 'SECRET'");
        HostBasedAuthentication rule = HostBasedAuthentication.ask(database, role);
        ExecutorService workers = Executors.newFixedThreadPool(5);
        try {
            List<Future<String>> ends = new ArrayList<>();
            for (int questions = 1; questions <= 5; questions++) {
                int last = questions;
                ends.add(workers.submit(() -> endAfter(last)));
            }
            for (Future<String> end : ends) {
                assertThat(Wait.forResult("an attempt that hangs", end)).isEqualTo("timed out");
            }
        } finally {
            workers.shutdownNow();
            rule.close();
        }
    }

    private String endAfter(int questions) throws Exception {
        try (DroppingLine line =
                DroppingLine.droppingAfter(questions, database.server().port())) {
            ConnectionSettings settings = settings("postgres://%s:SECRET@localhost:%d/%s?connect_timeout=1"
                    .formatted(role, line.port(), database.name()));
            new DatabaseWaiter(settings).await(Duration.ZERO).close();
            return "connected";
        } catch (DatabaseUnavailableException e) {
            return e.failure().summary();
        }
    }

    @Test
    void the_end_of_the_wait_ends_a_handshake_that_hangs() throws Exception {
        try (Listener silent = Listener.answering(new byte[] {'S'})) {
            assertUnavailable(
                    settings(silent.port(), "app", "?sslmode=require&connect_timeout=1"),
                    Duration.ZERO,
                    Kind.UNREACHABLE);
        }
        assertThat(failures).extracting(ConnectionFailure::summary).containsExactly("timed out");
    }

    /** Without a limit of the driver's the attempt would be made in this thread, and hear no interrupt. */
    @ParameterizedTest
    @ValueSource(strings = {"connect_timeout=0", "connect_timeout=-1"})
    void there_is_a_limit_even_for_who_wants_none(String parameter) {
        ConnectionSettings settings = settings(5432, "app", "?" + parameter);

        assertThat(settings.timeout()).isEqualTo(Duration.ofMinutes(2));
        assertThat(settings.socketTimeoutMillis()).isEqualTo(125_000);
    }

    @Test
    void no_wait_means_one_attempt() {
        assertUnavailable(settings(Ports.free(), "app", ""), Duration.ZERO, Kind.UNREACHABLE);

        assertThat(failures).hasSize(1);
    }

    @Test
    void a_missing_database_is_not_waited_for() {
        assertUnavailable(settings(database.server().port(), "no_such", ""), LONG, Kind.NO_SUCH_DATABASE);

        assertThat(failures).hasSize(1);
    }

    @Test
    void a_database_that_the_role_may_not_enter_is_not_waited_for() {
        database.execute("REVOKE CONNECT ON DATABASE " + database.name() + " FROM PUBLIC");

        assertUnavailable(settings(database.server().port(), database.name(), ""), LONG, Kind.AUTHENTICATION);

        assertThat(failures).extracting(ConnectionFailure::sqlState).containsExactly("42501");
    }

    @Test
    void a_server_without_tls_that_should_have_it_is_not_waited_for() {
        assertUnavailable(settings(database.server().port(), database.name(), "?sslmode=require"), LONG, Kind.TLS);

        assertThat(failures).extracting(ConnectionFailure::summary).containsExactly("the server does not offer TLS");
    }

    @Test
    void a_wrong_and_a_missing_password_are_not_waited_for() throws Exception {
        database.execute("ALTER ROLE " + role + " PASSWORD 'SECRET'");
        HostBasedAuthentication rule = HostBasedAuthentication.ask(database, role);
        try {
            int port = database.server().port();
            String url = "postgres://" + role + "%s@localhost:" + port + "/" + database.name();

            assertUnavailable(settings(url.formatted(":SECRETx")), LONG, Kind.AUTHENTICATION);
            assertUnavailable(settings(url.formatted("")), LONG, Kind.AUTHENTICATION);
            assertThat(failures).extracting(ConnectionFailure::sqlState).containsExactly("28P01", "08004");

            try (Connection connection =
                    waiter(settings(url.formatted(":%53ECRET"))).await(LONG)) {
                assertThat(connection.isValid(0)).isTrue();
            }
        } finally {
            rule.close();
        }
    }

    @Test
    void a_standby_is_wanted_in_vain() {
        assertUnavailable(
                settings(database.server().port(), database.name(), "?target_session_attrs=standby"),
                Duration.ZERO,
                Kind.UNREACHABLE);

        assertThat(failures)
                .extracting(ConnectionFailure::summary)
                .containsExactly("no server of the wanted kind (target_session_attrs)");
    }

    @Test
    void the_second_of_two_hosts_answers_when_the_first_refuses() throws Exception {
        ConnectionSettings settings = settings("postgres://%s@localhost:%d,localhost:%d/%s"
                .formatted(role, Ports.free(), database.server().port(), database.name()));

        try (Connection connection = waiter(settings).await(Duration.ZERO)) {
            assertThat(connection.isValid(0)).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 30})
    void the_second_of_two_hosts_answers_when_the_first_accepts_and_says_nothing(int seconds) throws Exception {
        try (Listener silent = Listener.silent()) {
            ConnectionSettings settings = settings("postgres://%s@localhost:%d,localhost:%d/%s?connect_timeout=2"
                    .formatted(role, silent.port(), database.server().port(), database.name()));

            try (Connection connection = new DatabaseWaiter(settings).await(Duration.ofSeconds(seconds))) {
                assertThat(connection.isValid(0)).isTrue();
            }
            // with TLS and without; not a second time after the other host has answered
            assertThat(silent.connections()).isEqualTo(2);
        }
    }

    @Test
    void an_interrupt_ends_the_wait_in_the_middle_of_an_attempt() throws Exception {
        try (Listener silent = Listener.silent()) {
            AtomicReference<Throwable> thrown = new AtomicReference<>();
            Thread waiting = new Thread(() -> {
                try {
                    waiter(settings(silent.port(), "app", "")).await(LONG).close();
                } catch (Throwable e) {
                    thrown.set(e);
                }
            });
            waiting.start();
            Wait.until("somebody connects", () -> silent.connections() > 0);

            waiting.interrupt();
            waiting.join();

            assertThat(thrown.get()).isInstanceOf(InterruptedException.class);
            assertThat(waiting.isInterrupted()).isFalse();
        }
    }

    private void assertUnavailable(ConnectionSettings settings, Duration limit, Kind kind) {
        assertThatExceptionOfType(DatabaseUnavailableException.class)
                .isThrownBy(() -> waiter(settings).await(limit).close())
                .satisfies(e -> assertThat(e.failure().kind()).isEqualTo(kind))
                .satisfies(
                        e -> assertThat(e.getSQLState()).isEqualTo(e.failure().sqlState()))
                .satisfies(e -> assertThat(e.toString()).doesNotContain("SECRET"));
    }

    private DatabaseWaiter waiter(ConnectionSettings settings) {
        return new DatabaseWaiter(settings, (failure, elapsed) -> failures.add(failure));
    }

    private ConnectionSettings settings(int port, String name, String parameters) {
        return settings("postgres://%s@localhost:%d/%s%s".formatted(role, port, name, parameters));
    }

    private ConnectionSettings settings(String url) {
        return new TestEnvironment(home).with("DATABASE_URL", url).resolve();
    }
}
