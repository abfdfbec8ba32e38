package io.github.cleanstaletypes.guarded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.github.cleanstaletypes.MigrationGuard;
import io.github.cleanstaletypes.MigrationGuardException;
import io.github.cleanstaletypes.testing.PostgresServer;
import io.github.cleanstaletypes.testing.TestDatabase;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.postgresql.jdbc.PgConnection;

/** A guard that borrows its connections from somebody's pool, and gives them back as they were. */
class GuardedPoolTest {

    private static final PostgresServer SERVER = PostgresServer.of("18.6");

    private static TestDatabase database;

    @BeforeAll
    static void create() {
        database = SERVER.createDatabase();
    }

    @AfterAll
    static void drop() {
        database.close();
    }

    private static HikariDataSource pool(int size) {
        HikariConfig config = new HikariConfig();
        config.setDataSource(database.dataSource());
        config.setMaximumPoolSize(size);
        config.setMinimumIdle(size);
        config.setConnectionTimeout(120_000);
        config.setAutoCommit(false);
        config.setIsolateInternalQueries(true);
        config.setConnectionInitSql("SET SESSION application_name = 'shop'; SET search_path = shop, public;"
                + " SET statement_timeout = '7s'; SET lock_timeout = '6s'; SET idle_session_timeout = '5min';"
                + " SET transaction_timeout = '1h'; SET idle_in_transaction_session_timeout = '8s'; SET tcp_keepalives_idle = 77;"
                + " SET tcp_keepalives_interval = 78; SET tcp_keepalives_count = 7");
        return new HikariDataSource(config);
    }

    /** Of both connections of a pool of two: what their sessions are set to, by their pids. */
    private static Map<String, String> state(DataSource pool) throws SQLException {
        try (Connection one = pool.getConnection();
                Connection other = pool.getConnection()) {
            Map<String, String> state = new TreeMap<>(state(one));
            state.putAll(state(other));
            return state;
        }
    }

    private static Map<String, String> state(Connection connection) throws SQLException {
        PgConnection driver = connection.unwrap(PgConnection.class);
        Map<String, String> state = new TreeMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT name, setting FROM pg_settings"
                        + " WHERE name NOT IN ('transaction_read_only', 'in_hot_standby')"
                        + " UNION ALL SELECT 'locks', count(*)::text FROM pg_locks WHERE locktype = 'advisory'"
                        + " AND pid = pg_backend_pid()")) {
            while (rows.next()) {
                state.put(driver.getBackendPID() + " " + rows.getString(1), rows.getString(2));
            }
        }
        state.put(
                driver.getBackendPID() + " driver",
                driver.getAutosave() + " " + driver.getPrepareThreshold() + " " + driver.getForceBinary() + " "
                        + connection.getAutoCommit() + " " + connection.getNetworkTimeout() + " "
                        + driver.getTransactionState());
        connection.rollback();
        return state;
    }

    @Test
    void two_connections_are_enough_and_are_given_back_as_they_were_also_after_an_error() throws Exception {
        try (HikariDataSource pool = pool(2)) {
            Map<String, String> before = state(pool);
            assertThat(before.values()).contains("shop", "7000", "77");
            String within = MigrationGuard.in(pool).claiming("mood").call(() -> {
                try (Connection connection = pool.getConnection()) {
                    connection.createStatement().execute("CREATE TABLE IF NOT EXISTS public.orders (id int)");
                    connection.commit();
                }
                return "migrated";
            });
            assertThat(within).isEqualTo("migrated");
            assertThat(state(pool)).isEqualTo(before);
            assertThatThrownBy(() -> MigrationGuard.in(pool).call(() -> {
                        try (Connection connection = pool.getConnection()) {
                            connection.createStatement().execute("CREATE TABLE public.orders (id int)");
                        }
                        return null;
                    }))
                    .isInstanceOf(SQLException.class)
                    .satisfies(failure -> assertThat(failure.getSuppressed()).hasSize(1));
            assertThat(state(pool)).isEqualTo(before);
            assertThat(pool.getHikariPoolMXBean().getActiveConnections()).isZero();
        }
    }

    /** The session has an advisory lock of the application's, which must not be given up with the guard's. */
    @Test
    void a_connection_that_cannot_be_set_back_is_thrown_away() throws Exception {
        try (HikariDataSource pool = pool(2)) {
            try (Connection one = pool.getConnection();
                    Connection other = pool.getConnection()) {
                one.createStatement().execute("SELECT pg_advisory_lock(1)");
                other.createStatement().execute("SELECT pg_advisory_lock(2)");
                one.commit();
                other.commit();
            }
            MigrationGuard.in(pool).run(() -> {});
            Map<String, String> after = state(pool);
            assertThat(after.entrySet().stream()
                            .filter(entry -> entry.getKey().endsWith(" locks"))
                            .map(Map.Entry::getValue))
                    .containsExactlyInAnyOrder("0", "1");
            assertThat(after.values()).contains("shop").noneMatch(value -> value.startsWith("cst-guard:"));
        }
    }

    @Test
    void a_pool_of_one_does_not_hang_but_is_told_within_the_wait_and_has_its_connection_back() throws Exception {
        try (HikariDataSource pool = pool(1)) {
            long start = System.nanoTime();
            assertThatExceptionOfType(MigrationGuardException.class)
                    .isThrownBy(() -> MigrationGuard.in(pool)
                            .waitingForDatabase(Duration.ZERO)
                            .run(() -> {}))
                    .withMessageContaining("no connection within 2.0 s")
                    .withMessageContaining("smaller than 2")
                    .satisfies(failure -> assertThat(failure.started()).isFalse());
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(20));
            try (Connection connection = pool.getConnection()) {
                assertThat(state(connection).values()).contains("shop");
            }
        }
    }

    @Test
    void a_pool_of_one_that_refuses_a_second_connection_by_itself_is_told_too() {
        AtomicInteger given = new AtomicInteger();
        DataSource one = (DataSource) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {DataSource.class}, (proxy, method, arguments) -> {
                    if (given.getAndIncrement() > 0) {
                        throw new SQLException("all are given away");
                    }
                    return database.connect();
                });
        assertThatExceptionOfType(MigrationGuardException.class)
                .isThrownBy(() -> MigrationGuard.in(one).run(() -> {}))
                .withMessage(
                        "the data source gives no second connection (all are given away); a guard needs one for the"
                                + " lock, besides those of the migration");
        database.awaitNobodyConnected();
    }

    @Test
    void a_data_source_with_one_connection_for_everybody_is_told() throws Exception {
        try (Connection only = database.connect()) {
            DataSource single = (DataSource) Proxy.newProxyInstance(
                    getClass().getClassLoader(),
                    new Class<?>[] {DataSource.class},
                    (proxy, method, arguments) -> unclosed(only));
            assertThatExceptionOfType(MigrationGuardException.class)
                    .isThrownBy(() -> MigrationGuard.in(single).run(() -> {}))
                    .withMessageContaining("the same connection again");
            assertThat(only.isClosed()).isFalse();
        }
    }

    private static Connection unclosed(Connection connection) {
        return (Connection) Proxy.newProxyInstance(
                GuardedPoolTest.class.getClassLoader(),
                new Class<?>[] {Connection.class},
                (proxy, method, arguments) ->
                        method.getName().equals("close") ? null : method.invoke(connection, arguments));
    }

    @Test
    void a_database_that_is_not_there_is_told_in_one_line() {
        DataSource none = (DataSource) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {DataSource.class}, (proxy, method, arguments) -> {
                    throw new SQLException("no such\ndatabase", "3D000");
                });
        assertThatExceptionOfType(MigrationGuardException.class)
                .isThrownBy(() -> MigrationGuard.in(none).run(() -> {}))
                .withMessage("could not connect to the database: no such (3D000)");
    }
}
