package io.github.cleanstaletypes.race;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cleanstaletypes.StaleTypes;
import io.github.cleanstaletypes.report.CleanupReport;
import io.github.cleanstaletypes.testing.EachServer;
import io.github.cleanstaletypes.testing.LongForm;
import io.github.cleanstaletypes.testing.PostgresServer;
import io.github.cleanstaletypes.testing.TestDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a run costs in round trips does not depend on how much there is to look at. */
class StatementCountTest {

    private static final int MANY = LongForm.rounds(1_500, 20_000);
    private static final int SCHEMAS = 20;
    private static final int PENDING = LongForm.rounds(2_000, 5_000);
    private static final int NAMES_IN_A_FILE = 50;
    private static final int BATCH = 500;

    @EachServer({"14.22", "18.6"})
    void an_inspection_makes_as_many_round_trips_for_thousands_of_types_as_for_one(
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

    /** Half of the names are those of unused types; in Flyway's directory there is a history as well. */
    @ParameterizedTest
    @ValueSource(strings = {"V%d__a.sql", "%06d.sql"})
    void an_inspection_makes_as_many_round_trips_for_five_thousand_pending_names_as_for_a_hundred(
            String fileName, @TempDir Path directory) throws Exception {
        try (TestDatabase database = PostgresServer.of("18.6").createDatabase();
                OneConnection own = new OneConnection(database)) {
            create(own, 0, PENDING / 2);
            Flyway flyway = Flyway.configure()
                    .dataSource(database.dataSource())
                    .locations("filesystem:" + directory)
                    .load();
            if (fileName.startsWith("V")) {
                flyway.baseline();
            }
            Set<List<String>> trips = new HashSet<>();
            int written = 0;
            for (int pending : new int[] {100, PENDING}) {
                for (; written < pending; written += NAMES_IN_A_FILE) {
                    Files.writeString(
                            directory.resolve(fileName.formatted(written + 2)),
                            IntStream.range(written, written + NAMES_IN_A_FILE)
                                    .mapToObj(i -> "CREATE TABLE " + name(i) + " (id int);\n")
                                    .collect(Collectors.joining()));
                }
                int stale = Math.min(pending, PENDING / 2);
                trips.add(Tapped.tripsOf(
                        own.dataSource(),
                        dataSource -> assertThat(StaleTypes.in(dataSource)
                                        .claimingPending(directory)
                                        .check()
                                        .remaining())
                                .isEqualTo(stale)));
            }
            assertThat(trips).as("the round trips, however much is pending").hasSize(1);
        }
    }

    @EachServer({"14.22", "18.6"})
    void a_run_that_has_nothing_to_do_makes_few_round_trips(PostgresServer server, TestReporter reporter)
            throws Exception {
        try (TestDatabase database = server.createDatabase();
                OneConnection own = new OneConnection(database)) {
            own.execute("CREATE TABLE healthy(id int); INSERT INTO healthy VALUES (1)");
            assertThat(measured(own, reporter, server + ", nothing claimed", cleaner -> cleaner))
                    .isLessThanOrEqualTo(3);
            assertThat(measured(
                            own,
                            reporter,
                            server + ", a healthy table claimed",
                            cleaner -> cleaner.claiming("healthy")))
                    .isLessThanOrEqualTo(3);
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
        try (TestDatabase database = server.createDatabase()) {
            database.awaitNobodyConnected();
            try (OneConnection own = new OneConnection(database)) {
                int types = LongForm.rounds(20, 200);
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
        assertThat(report.isClean()).isTrue();
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
