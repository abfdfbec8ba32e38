package io.github.cleanstaletypes.race;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cleanstaletypes.CleanupReport;
import io.github.cleanstaletypes.StaleTypes;
import io.github.cleanstaletypes.testing.EachServer;
import io.github.cleanstaletypes.testing.PostgresServer;
import io.github.cleanstaletypes.testing.TestDatabase;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.TestReporter;

/** What a run costs in round trips does not depend on how much there is to look at. */
class StatementCountTest {

    private static final int MANY = 20_000;
    private static final int SCHEMAS = 20;
    private static final int BATCH = 500;

    @EachServer({"14.22", "18.6"})
    void an_inspection_makes_as_many_round_trips_for_twenty_thousand_types_as_for_one(
            PostgresServer server, TestReporter reporter) throws Exception {
        try (TestDatabase database = server.createDatabase();
                OneConnection own = new OneConnection(database)) {
            Set<List<String>> trips = new HashSet<>();
            create(own, 0, 1);
            trips.add(trips(own, names(1)));
            create(own, 1, 100);
            trips.add(trips(own, names(1)));
            trips.add(trips(own, names(100)));
            create(own, 100, MANY);
            long start = System.nanoTime();
            trips.add(trips(own, names(MANY)));
            reporter.publishEntry(
                    server + ", check of " + MANY + " claimed unused types in " + SCHEMAS + " schemas",
                    TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start) + " ms");
            assertThat(trips).as("the round trips, whatever there is").hasSize(1);
        }
    }

    @EachServer({"14.22", "18.6"})
    void a_run_that_has_nothing_to_do_makes_few_round_trips(PostgresServer server, TestReporter reporter)
            throws Exception {
        try (TestDatabase database = server.createDatabase();
                OneConnection own = new OneConnection(database)) {
            own.execute("CREATE TABLE healthy(id int); INSERT INTO healthy VALUES (1)");
            assertThat(measured(own, reporter, server + ", nothing claimed", cleaner -> cleaner))
                    .isLessThanOrEqualTo(6);
            assertThat(measured(
                            own,
                            reporter,
                            server + ", a healthy table claimed",
                            cleaner -> cleaner.claiming("healthy")))
                    .isLessThanOrEqualTo(6);
            own.execute("CREATE TYPE mood AS ENUM ('a')");
            assertThat(measured(
                            own, reporter, server + ", an unused type claimed", cleaner -> cleaner.claiming("mood")))
                    .isLessThanOrEqualTo(40);
            assertThat(own.queryText("SELECT to_regtype('mood')")).isNull();
        }
    }

    @EachServer({"14.22", "18.6"})
    void removing_all_unused_types_leaves_none_and_takes_time_in_proportion(
            PostgresServer server, TestReporter reporter) throws Exception {
        try (TestDatabase database = server.createDatabase();
                Onlooker onlooker = new Onlooker(server)) {
            onlooker.awaitsNobodyIn(database);
            try (OneConnection own = new OneConnection(database)) {
                int types = Race.thorough() ? 200 : 40;
                create(own, 0, types);
                long start = System.nanoTime();
                List<String> trips = new ArrayList<>();
                CleanupReport report = StaleTypes.in(
                                Tapped.dataSource(own.dataSource(), (number, statement) -> trips.add(statement)))
                        .claimingAllUnused()
                        .clean();
                long micros = TimeUnit.NANOSECONDS.toMicros(System.nanoTime() - start);
                assertThat(report.cleaned()).isEqualTo(types);
                assertThat(report.remaining()).isZero();
                reporter.publishEntry(
                        server + ", " + types + " unused types, each",
                        "%.1f ms, %.1f round trips".formatted(micros / 1000.0 / types, (double) trips.size() / types));
            }
        }
    }

    private static int measured(
            OneConnection own, TestReporter reporter, String what, Function<StaleTypes, StaleTypes> claims)
            throws Exception {
        List<String> trips = new ArrayList<>();
        StaleTypes cleaner = claims.apply(
                StaleTypes.in(Tapped.dataSource(own.dataSource(), (number, statement) -> trips.add(statement))));
        cleaner.check();
        trips.clear();
        long start = System.nanoTime();
        CleanupReport report = cleaner.clean();
        long micros = TimeUnit.NANOSECONDS.toMicros(System.nanoTime() - start);
        assertThat(report.clean()).isTrue();
        reporter.publishEntry(what, "%d round trips, %.1f ms".formatted(trips.size(), micros / 1000.0));
        return trips.size();
    }

    private static List<String> trips(OneConnection own, String[] names) throws Exception {
        return Tapped.tripsOf(
                own.dataSource(),
                dataSource -> assertThat(StaleTypes.in(dataSource)
                                .claiming(names)
                                .check()
                                .remaining())
                        .isEqualTo(names.length));
    }

    private static String[] names(int count) {
        return IntStream.range(0, count).mapToObj(StatementCountTest::name).toArray(String[]::new);
    }

    private static String name(int i) {
        return "s" + i % SCHEMAS + ".mood" + i;
    }

    private static void create(OneConnection own, int from, int to) throws SQLException {
        for (int i = from; i < to; i += BATCH) {
            StringBuilder sql = new StringBuilder();
            for (int j = i; j < Math.min(i + BATCH, to); j++) {
                sql.append("CREATE SCHEMA IF NOT EXISTS s").append(j % SCHEMAS).append(';');
                sql.append("CREATE TYPE ").append(name(j)).append(" AS ENUM ('a');");
            }
            own.execute(sql.toString());
        }
    }
}
