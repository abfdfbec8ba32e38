package io.github.cleanstaletypes.race;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cleanstaletypes.StaleTypes;
import io.github.cleanstaletypes.report.CleanupReport;
import io.github.cleanstaletypes.report.Probe;
import io.github.cleanstaletypes.testing.EachServer;
import io.github.cleanstaletypes.testing.LongForm;
import io.github.cleanstaletypes.testing.PostgresServer;
import io.github.cleanstaletypes.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.TestReporter;

/** Whoever creates the name while it is probed, and is gone with it when the prober looks, has left no invisible row. */
class ProbeAgainstCreatorTest {

    private static final int ROUNDS = LongForm.rounds(15, 400);
    private static final String MESSAGE = "pg_type_typname_nsp_index";

    @EachServer
    void a_creator_that_commits_or_drops_again_is_never_taken_for_damage(PostgresServer server, TestReporter reporter)
            throws Exception {
        try (TestDatabase database = server.createDatabase();
                Connection own = database.connect()) {
            AtomicBoolean over = new AtomicBoolean();
            ExecutorService threads = Executors.newFixedThreadPool(2);
            Future<Integer> table =
                    threads.submit(() -> creates(database, "CREATE TABLE x (id int)", "DROP TABLE x", over));
            Future<Integer> type =
                    threads.submit(() -> creates(database, "CREATE TYPE x AS ENUM ()", "DROP TYPE x", over));
            Map<Probe.Outcome, Integer> outcomes = new EnumMap<>(Probe.Outcome.class);
            int unseen = 0;
            try {
                StaleTypes engine = StaleTypes.on(own)
                        .claiming("x")
                        .waitingForCreators(Duration.ZERO)
                        .probing();
                for (int round = 0; round < ROUNDS || (unseen == 0 && round < 100 * ROUNDS); round++) {
                    CleanupReport report = engine.clean();
                    for (Probe probe : report.probes()) {
                        outcomes.merge(probe.outcome(), 1, Integer::sum);
                        unseen += probe.detail().contains(MESSAGE) ? 1 : 0;
                    }
                    assertThat(report.results())
                            .noneMatch(result -> result.finding().code().damage());
                }
            } finally {
                over.set(true);
                threads.shutdown();
            }
            reporter.publishEntry(
                    server.toString(),
                    outcomes + ", a row that was not to be seen: " + unseen + ", created " + table.get() + " tables, "
                            + type.get() + " types");
            assertThat(outcomes).doesNotContainKey(Probe.Outcome.INVISIBLE);
            assertThat(unseen).as("probes that met what they could not see").isPositive();
        }
    }

    private static int creates(TestDatabase database, String create, String drop, AtomicBoolean over)
            throws SQLException {
        int created = 0;
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            while (!over.get()) {
                try {
                    statement.execute(create);
                    created++;
                    statement.execute(drop);
                } catch (SQLException e) {
                    // the two meet each other, too, and a cleaner may have been faster
                    if (!e.getSQLState().matches("23505|42710|42P07|42704|42P01|42809|XX000|40P01")) {
                        throw e;
                    }
                }
            }
        }
        return created;
    }
}
