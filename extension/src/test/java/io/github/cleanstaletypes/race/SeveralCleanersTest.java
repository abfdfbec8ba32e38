package io.github.cleanstaletypes.race;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cleanstaletypes.StaleTypes;
import io.github.cleanstaletypes.report.CleanupReport;
import io.github.cleanstaletypes.report.Outcome;
import io.github.cleanstaletypes.report.Result;
import io.github.cleanstaletypes.testing.EachServer;
import io.github.cleanstaletypes.testing.LongForm;
import io.github.cleanstaletypes.testing.PostgresServer;
import io.github.cleanstaletypes.testing.TestDatabase;
import io.github.cleanstaletypes.testing.Wait;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/** Replicas of an application start at the same time, and each of them cleans. */
class SeveralCleanersTest {

    @EachServer({"14.22", "18.6"})
    void two_cleaners_of_the_same_type_both_end_well_and_one_removes_it(PostgresServer server) throws Exception {
        for (int i = 0; i < LongForm.rounds(3, 25); i++) {
            race(server, 1, 2, false);
        }
    }

    @EachServer({"14.22", "18.6"})
    void eight_cleaners_of_the_same_types_all_end_well_and_one_removes_each_type(PostgresServer server)
            throws Exception {
        race(server, 12, 8, false);
    }

    @EachServer({"14.22", "18.6"})
    void eight_cleaners_of_different_types_all_end_well_and_each_removes_its_own(PostgresServer server)
            throws Exception {
        race(server, 8, 8, true);
    }

    private static void race(PostgresServer server, int types, int cleaners, boolean eachItsOwn) throws Exception {
        try (TestDatabase database = server.createDatabase();
                Onlooker onlooker = new Onlooker(server)) {
            List<String> names =
                    IntStream.range(0, types).mapToObj(i -> "mood" + i).toList();
            database.execute(names.stream()
                    .map(name -> "CREATE TYPE " + name + " AS ENUM ('a')")
                    .toArray(String[]::new));
            CyclicBarrier start = new CyclicBarrier(cleaners);
            List<Callable<CleanupReport>> work = new ArrayList<>();
            for (int i = 0; i < cleaners; i++) {
                String[] claimed = eachItsOwn ? new String[] {names.get(i)} : names.toArray(String[]::new);
                work.add(() -> {
                    start.await();
                    return StaleTypes.in(database.dataSource())
                            .claiming(claimed)
                            .clean();
                });
            }
            List<CleanupReport> reports = together(work);

            assertThat(reports)
                    .allSatisfy(report -> assertThat(report.remaining())
                            .as(report.results().toString())
                            .isZero());
            for (String name : names) {
                List<Outcome> outcomes = reports.stream()
                        .flatMap(report -> report.results().stream())
                        .filter(result -> name.equals(result.finding().subject().name()))
                        .map(Result::outcome)
                        .filter(Outcome::healed)
                        .toList();
                // one may rename it out of the way, and another drop it once the first has left
                assertThat(outcomes)
                        .as("how often " + name + " was removed")
                        .isNotEmpty()
                        .doesNotHaveDuplicates();
                assertThat(server.locksTypes() ? outcomes.size() : 1).isEqualTo(1);
            }
            assertThat(database.queryTexts("SELECT to_regtype(name) FROM unnest('{" + String.join(",", names)
                            + "}'::text[]) AS u(name)"))
                    .containsOnlyNulls();
            assertThat(onlooker.advisoryLocksIn(database)).isZero();
        }
    }

    private static List<CleanupReport> together(List<Callable<CleanupReport>> work) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(work.size());
        try {
            List<Future<CleanupReport>> futures =
                    work.stream().map(threads::submit).toList();
            List<CleanupReport> reports = new ArrayList<>();
            for (Future<CleanupReport> future : futures) {
                reports.add(Wait.forResult("a cleaner", future));
            }
            return reports;
        } finally {
            threads.shutdownNow();
        }
    }
}
