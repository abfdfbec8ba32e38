package io.github.cleanstaletypes.race;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cleanstaletypes.StaleTypes;
import io.github.cleanstaletypes.report.CleanupReport;
import io.github.cleanstaletypes.report.Outcome;
import io.github.cleanstaletypes.report.Refusal;
import io.github.cleanstaletypes.report.Result;
import io.github.cleanstaletypes.testing.EachServer;
import io.github.cleanstaletypes.testing.PostgresServer;
import io.github.cleanstaletypes.testing.TestDatabase;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;

/** A range is not renamed out of the way: where the server does not lock types, it is dropped while nobody else is there, or not. */
class RangeRemovalTest {

    private static final String RESET = "DROP TABLE IF EXISTS booking; DROP TYPE IF EXISTS period;"
            + " CREATE TYPE period AS RANGE (subtype = date)";

    /** The removal itself; what comes before are looks. */
    private static final int LAST_TRIPS = 10;

    @EachServer({"14.22", "18.6"})
    void a_table_that_a_newcomer_creates_during_the_removal_is_whole(PostgresServer server) throws Exception {
        for (String column : List.of("period", "period_multirange")) {
            race(server, "CREATE TABLE booking(during " + column + ")");
        }
    }

    private static void race(PostgresServer server, String create) throws Exception {
        try (TestDatabase database = server.createDatabase();
                Onlooker onlooker = new Onlooker(server)) {
            database.awaitNobodyConnected();
            try (OneConnection own = new OneConnection(database)) {
                own.execute(RESET);
                int trips = Tapped.tripsOf(own.dataSource(), RangeRemovalTest::clean)
                        .size();
                for (int createAt = trips - LAST_TRIPS; createAt <= trips; createAt++) {
                    own.execute(RESET);
                    assertWholeAfter(newcomer(database, own, onlooker, create, createAt), own);
                }
            }
        }
    }

    /**
     * Comes, creates and, unless it has to wait for the cleaner, leaves; tells what failed. It comes in a thread of its own: a server
     * whose cache of the catalog is cold reads pg_type before it lets anybody in, and then already the coming has to wait.
     */
    private static List<SQLException> newcomer(
            TestDatabase database, OneConnection own, Onlooker onlooker, String create, int createAt) throws Exception {
        AtomicReference<CompletableFuture<OtherSession>> coming = new AtomicReference<>();
        clean(Tapped.dataSource(own.dataSource(), (number, statement) -> {
            if (number == createAt) {
                CompletableFuture<OtherSession> newcomer =
                        CompletableFuture.supplyAsync(() -> come(database, onlooker));
                coming.set(newcomer);
                onlooker.awaits(
                        "the newcomer is there or waits", () -> newcomer.isDone() || onlooker.anybodyWaitsIn(database));
                if (newcomer.isDone()) {
                    newcomer.get().send(create);
                }
                if (newcomer.isDone() && !newcomer.get().busy()) {
                    newcomer.get().close();
                }
            }
        }));
        assertThat(coming.get())
                .as("the newcomer before round trip %s", createAt)
                .isNotNull();
        OtherSession newcomer = coming.get().get();
        if (!newcomer.hasWorked()) {
            newcomer.send(create);
        }
        newcomer.close();
        return newcomer.failures();
    }

    private static OtherSession come(TestDatabase database, Onlooker onlooker) {
        try {
            return new OtherSession(database, onlooker);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void assertWholeAfter(List<SQLException> failures, OneConnection own) throws SQLException {
        if (failures.isEmpty()) {
            own.execute("INSERT INTO booking VALUES (NULL); SELECT * FROM booking");
        } else {
            assertThat(failures).extracting(SQLException::getSQLState).containsExactly("42704");
            assertThat(own.queryText("SELECT to_regtype('period')")).isNull();
        }
    }

    @EachServer("14.22")
    void a_range_is_renamed_while_others_are_connected_and_dropped_when_nobody_is(PostgresServer server)
            throws Exception {
        try (TestDatabase database = server.createDatabase();
                Onlooker onlooker = new Onlooker(server)) {
            database.execute(RESET);
            try (OtherSession other = new OtherSession(database, onlooker)) {
                Result result = only(clean(database.dataSource()));
                assertThat(result.outcome()).isEqualTo(Outcome.QUARANTINED);
                assertThat(database.queryText("SELECT to_regtype('period')")).isNull();
                assertThat(database.queryText("SELECT to_regtype('period_multirange')"))
                        .isNull();
                other.send(RESET);
                other.succeeds();
                database.execute("DROP TYPE period");
            }
            database.awaitNobodyConnected();
            assertThat(only(clean(database.dataSource())).outcome()).isEqualTo(Outcome.DROPPED);
            assertThat(database.queryText("SELECT count(*) FROM pg_type WHERE typtype IN ('r', 'm') AND oid >= 16384"))
                    .isEqualTo("0");
        }
    }

    @EachServer("14.22")
    void a_range_is_refused_to_a_role_that_does_not_own_its_multirange(PostgresServer server) {
        try (TestDatabase database = server.createDatabase()) {
            String role = database.createRole();
            database.execute(RESET, "ALTER TYPE period OWNER TO " + role);
            database.awaitNobodyConnected();
            Result result = only(clean(database.dataSource(role)));
            assertThat(result.refusal()).isEqualTo(Refusal.PRIVILEGE);
            assertThat(result.why()).contains("must be owner of type public.period_multirange");
            assertThat(database.queryText("SELECT to_regtype('period')")).isEqualTo("period");
        }
    }

    private static CleanupReport clean(DataSource dataSource) {
        return StaleTypes.in(dataSource).claiming("period").clean();
    }

    private static Result only(CleanupReport report) {
        assertThat(report.results()).hasSize(1);
        return report.results().get(0);
    }
}
