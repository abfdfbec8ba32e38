package io.github.cleanstaletypes.race;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cleanstaletypes.StaleTypes;
import io.github.cleanstaletypes.StaleTypesException;
import io.github.cleanstaletypes.testing.EachServer;
import io.github.cleanstaletypes.testing.PostgresServer;
import io.github.cleanstaletypes.testing.TestDatabase;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.jdbc.AutoSave;
import org.postgresql.jdbc.PgConnection;

/** A run borrows one connection, and gives it back as it was. */
class BorrowedConnectionTest {

    private static final String SETTINGS = "SELECT concat_ws('; ', current_setting('search_path'),"
            + " current_setting('lock_timeout'), current_setting('statement_timeout'),"
            + " current_setting('client_min_messages'), current_setting('default_transaction_isolation'),"
            + " current_setting('default_transaction_read_only'), current_setting('role'))";

    private static final String TYPE = "SELECT t.typname || coalesce(': ' || obj_description(t.oid, 'pg_type'), '')"
            + " FROM pg_type t WHERE typtype = 'e'";

    @EachServer(sample = 1)
    void a_pool_of_one_connection_is_enough_and_gets_it_back_as_it_was(PostgresServer server) throws Exception {
        try (TestDatabase database = server.createDatabase();
                Onlooker onlooker = new Onlooker(server);
                OneConnection pool = new OneConnection(database)) {
            unusual(pool);
            State before = State.of(pool);
            StaleTypes cleaner = StaleTypes.in(pool.dataSource()).claiming("public.mood");

            cleaner.check();
            assertThat(State.of(pool)).isEqualTo(before);
            cleaner.dryRun().clean();
            assertThat(State.of(pool)).isEqualTo(before);
            assertThat(cleaner.clean().cleaned()).isEqualTo(1);
            assertThat(State.of(pool)).isEqualTo(before);
            assertThat(cleaner.clean().results()).isEmpty();
            cleaner.restore();
            assertThat(State.of(pool)).isEqualTo(before);
            assertThat(onlooker.advisoryLocksIn(database)).isZero();
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void a_connection_of_another_isolation_or_not_in_autocommit_mode_does_and_comes_back_so(boolean autoCommit)
            throws Exception {
        try (TestDatabase database = PostgresServer.of("18.6").createDatabase();
                OneConnection pool = new OneConnection(database)) {
            pool.execute("CREATE TYPE mood AS ENUM ('a')");
            Connection connection = pool.connection();
            connection.setTransactionIsolation(Connection.TRANSACTION_SERIALIZABLE);
            connection.setAutoCommit(autoCommit);
            assertThat(StaleTypes.in(pool.dataSource()).claiming("mood").clean().cleaned())
                    .isEqualTo(1);
            assertThat(connection.getAutoCommit()).isEqualTo(autoCommit);
            assertThat(connection.getTransactionIsolation()).isEqualTo(Connection.TRANSACTION_SERIALIZABLE);
            assertThat(idle(database, pool)).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"driver", "session"})
    void a_session_that_is_read_only_stays_so_and_nothing_is_changed(String by) throws Exception {
        try (TestDatabase database = PostgresServer.of("18.6").createDatabase();
                OneConnection pool = new OneConnection(database)) {
            pool.execute("CREATE TYPE mood AS ENUM ('a')");
            if (by.equals("driver")) {
                pool.connection().setReadOnly(true);
            } else {
                pool.execute("SET default_transaction_read_only = on");
            }
            State before = State.of(pool);
            StaleTypes cleaner = StaleTypes.in(pool.dataSource()).claiming("mood");
            assertThatThrownBy(cleaner::clean)
                    .isInstanceOf(StaleTypesException.class)
                    .hasMessageContaining("read-only");
            assertThatThrownBy(cleaner::restore)
                    .isInstanceOf(StaleTypesException.class)
                    .hasMessageContaining("read-only");
            assertThat(cleaner.check().remaining()).isEqualTo(1);
            assertThat(cleaner.dryRun().clean().remaining()).isEqualTo(1);
            assertThat(State.of(pool)).isEqualTo(before);
            assertThat(database.queryText("SELECT to_regtype('mood')")).isEqualTo("mood");
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void a_connection_with_an_open_or_failed_transaction_is_refused_and_its_work_is_untouched(boolean failed)
            throws Exception {
        try (TestDatabase database = PostgresServer.of("18.6").createDatabase();
                Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE t(id int)");
            connection.setAutoCommit(false);
            statement.execute("INSERT INTO t VALUES (1)");
            if (failed) {
                assertThatThrownBy(() -> statement.execute("SELECT 1/0")).isInstanceOf(SQLException.class);
            }
            StaleTypes cleaner = StaleTypes.on(connection).claiming("mood");
            for (ThrowingCallable run : List.<ThrowingCallable>of(
                    cleaner::check,
                    cleaner::clean,
                    cleaner::restore,
                    () -> cleaner.explain("ERROR:  type \"mood\" already exists"))) {
                assertThatThrownBy(run)
                        .isInstanceOf(StaleTypesException.class)
                        .hasMessageContaining("within a transaction");
            }
            if (failed) {
                connection.rollback();
            } else {
                connection.commit();
            }
            assertThat(database.queryText("SELECT count(*) FROM t")).isEqualTo(failed ? "0" : "1");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "defaultRowFetchSize=1",
                "prepareThreshold=-1",
                "prepareThreshold=1",
                "autosave=always",
                "autosave=conservative",
                "preferQueryMode=simple",
                "preferQueryMode=extendedForPrepared",
                "preferQueryMode=extendedCacheEverything",
                "binaryTransfer=false",
                "defaultRowFetchSize=1&prepareThreshold=-1&autosave=always",
                "stringtype=unspecified",
                "assumeMinServerVersion=14",
                "options=-c%20array_nulls=off%20-c%20bytea_output=escape%20-c%20quote_all_identifiers=on"
            })
    void works_whatever_the_drivers_settings_are_and_sets_them_back(String parameters) throws Exception {
        try (TestDatabase database = PostgresServer.of("18.6").createDatabase()) {
            database.execute(
                    "CREATE TYPE mood AS ENUM ('a', 'b')",
                    "CREATE TYPE used AS ENUM ('a', 'b')",
                    "CREATE TABLE t(a used, b used)",
                    "COMMENT ON TYPE mood IS 'mine'");
            try (Connection connection = DriverManager.getConnection(database.jdbcUrl() + "&" + parameters)) {
                AutoSave before = connection.unwrap(PgConnection.class).getAutosave();
                StaleTypes cleaner =
                        StaleTypes.on(connection).claiming("mood", "used").probing();
                assertThat(cleaner.check().remaining()).isEqualTo(1);
                assertThat(cleaner.clean().cleaned()).isEqualTo(1);
                cleaner.restore();
                assertThat(connection.unwrap(PgConnection.class).getAutosave()).isEqualTo(before);
                assertThat(connection.getAutoCommit()).isTrue();
            }
            assertThat(database.queryText("SELECT to_regtype('mood')")).isNull();
            assertThat(database.queryText("SELECT to_regtype('used')")).isEqualTo("used");
        }
    }

    @EachServer(sample = 1)
    void the_connection_comes_back_as_it_was_when_the_lock_is_not_to_be_had(PostgresServer server) throws Exception {
        try (TestDatabase database = server.createDatabase();
                Onlooker onlooker = new Onlooker(server);
                OneConnection pool = new OneConnection(database);
                OtherSession holder = AdvisoryLockTest.holder(database, onlooker)) {
            State before = State.of(pool);
            StaleTypes cleaner =
                    StaleTypes.in(pool.dataSource()).claiming("mood").waitingForLock(Duration.ZERO);
            assertThatThrownBy(cleaner::clean).isInstanceOf(StaleTypesException.class);
            assertThat(State.of(pool)).isEqualTo(before);
            holder.succeeds();
        }
    }

    @EachServer(sample = 1)
    void a_failure_before_any_statement_leaves_nothing_half_done_and_the_connection_as_it_was(PostgresServer server)
            throws Exception {
        for (Throwable failure : List.of(
                new SQLException("the disk is full", "53100"),
                new IllegalStateException("a listener failed"),
                new OutOfMemoryError("of the client"))) {
            failing(server, failure);
        }
    }

    private static void failing(PostgresServer server, Throwable failure) throws Exception {
        try (TestDatabase database = server.createDatabase();
                Onlooker onlooker = new Onlooker(server)) {
            database.awaitNobodyConnected();
            try (OneConnection pool = new OneConnection(database)) {
                unusual(pool);
                State before = State.of(pool);
                int trips = Tapped.tripsOf(pool.dataSource(), BorrowedConnectionTest::clean)
                        .size();
                for (int failAt = trips; failAt > 0; failAt -= failure instanceof Error ? 1 : 3) {
                    pool.execute("DROP SCHEMA public CASCADE; CREATE SCHEMA public;"
                            + " CREATE TYPE public.mood AS ENUM ('a')");
                    failingAt(failAt, failure, pool);
                    assertThat(State.of(pool)).as("after round trip %s", failAt).isEqualTo(before);
                    assertThat(onlooker.advisoryLocksIn(database)).isZero();
                    assertThat(String.valueOf(pool.queryText(TYPE)))
                            .as("the type after round trip %s", failAt)
                            .matches(
                                    "null|mood|stale_\\d+_mood: clean-stale-types: quarantined, original name \"mood\"");
                }
            }
        }
    }

    private static void failingAt(int failAt, Throwable failure, OneConnection pool) {
        try {
            clean(Tapped.dataSource(pool.dataSource(), (number, statement) -> {
                if (number == failAt) {
                    if (failure instanceof Error error) {
                        throw error;
                    }
                    throw (Exception) failure;
                }
            }));
        } catch (StaleTypesException | IllegalStateException | OutOfMemoryError e) {
            assertThat(e).hasMessageNotContaining("\n");
        }
    }

    private static void clean(javax.sql.DataSource dataSource) {
        StaleTypes.in(dataSource).claiming("public.mood").clean();
    }

    private static void unusual(OneConnection pool) throws SQLException {
        pool.execute("CREATE TYPE mood AS ENUM ('a'); CREATE SCHEMA app; SET search_path = app, public;"
                + " SET lock_timeout = '7s'; SET statement_timeout = '8s'; SET client_min_messages = 'log'");
        pool.connection().setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        pool.connection().setNetworkTimeout(Runnable::run, 99_000);
    }

    private static boolean idle(TestDatabase database, OneConnection pool) throws SQLException {
        return "idle".equals(database.queryText("SELECT state FROM pg_stat_activity WHERE pid = " + pool.pid()));
    }

    /** What a borrower must leave as it was. */
    private record State(
            boolean borrowed,
            boolean autoCommit,
            int isolation,
            boolean readOnly,
            int answerLimit,
            String settings,
            long temporary) {

        static State of(OneConnection pool) throws SQLException {
            Connection connection = pool.connection();
            return new State(
                    pool.borrowed(),
                    connection.getAutoCommit(),
                    connection.getTransactionIsolation(),
                    connection.isReadOnly(),
                    connection.getNetworkTimeout(),
                    String.valueOf(pool.queryText(SETTINGS)),
                    Long.parseLong(String.valueOf(
                            pool.queryText("SELECT count(*) FROM pg_class WHERE relnamespace = pg_my_temp_schema()"))));
        }
    }
}
