package io.github.cleanstaletypes.internal.guard;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cleanstaletypes.internal.guard.GuardProcess.Ended;
import io.github.cleanstaletypes.internal.guard.GuardProcess.Starter;
import io.github.cleanstaletypes.testing.EachServer;
import io.github.cleanstaletypes.testing.LongForm;
import io.github.cleanstaletypes.testing.PostgresServer;
import io.github.cleanstaletypes.testing.TestDatabase;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.io.TempDir;

/** Replicas that start at once. */
class ManyGuardsIT {

    private static final int REPLICAS = LongForm.rounds(6, 32);
    private static final int ROUNDS = LongForm.rounds(1, 20);

    @TempDir
    private Path directory;

    @EachServer("18.6")
    void replicas_that_start_at_once_migrate_once_and_all_succeed(PostgresServer server) throws Exception {
        String[] migrator = NaiveMigrator.in(directory);
        for (int round = 1; round <= ROUNDS; round++) {
            try (TestDatabase database = server.createDatabase()) {
                database.execute(NaiveMigrator.BEFORE);
                Starter starter = Starter.in(directory, database);
                List<Ended> ended = atOnce(REPLICAS, () -> starter.run("-q", "--", migrator[0], migrator[1]));

                assertThat(ended)
                        .allSatisfy(
                                one -> assertThat(one.status()).as(one.err()).isZero());
                assertThat(database.queryTexts("SELECT version FROM history")).containsExactly("1");
                assertThat(database.queryText("SELECT count(*) FROM accounts_user"))
                        .isEqualTo("100");
                assertThat(database.queryText("SELECT count(DISTINCT token) FROM log"))
                        .isEqualTo(Integer.toString(REPLICAS));
                assertThat(database.queryTexts(INTERLEAVED))
                        .as("commands at the same time")
                        .isEmpty();
                System.out.printf("round %d of %d: %d guards, all exit 0, migrated once%n", round, ROUNDS, REPLICAS);
            }
        }
    }

    /** A token that shows up again after another one. */
    static final String INTERLEAVED =
            "SELECT token FROM (SELECT token, id - row_number() OVER (PARTITION BY token ORDER BY"
                    + " id) AS run FROM (SELECT token, row_number() OVER (ORDER BY id) AS id FROM log) l) r GROUP BY token HAVING"
                    + " count(DISTINCT run) > 1";

    private static <T> List<T> atOnce(int count, Callable<T> work) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(count);
        try {
            List<T> results = new ArrayList<>();
            for (Future<T> result : threads.invokeAll(Collections.nCopies(count, work))) {
                results.add(result.get());
            }
            return results;
        } finally {
            threads.shutdownNow();
        }
    }
}
