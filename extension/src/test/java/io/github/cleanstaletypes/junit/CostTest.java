package io.github.cleanstaletypes.junit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cleanstaletypes.race.OneConnection;
import io.github.cleanstaletypes.race.Tapped;
import io.github.cleanstaletypes.testing.PostgresServer;
import io.github.cleanstaletypes.testing.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.sql.DataSource;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

/** What a class costs whose database is healthy, on a connection that is there, against a bare query on the same one. */
@Tag("slow")
class CostTest {

    private static final int TIMES = 50;

    static DataSource dataSource;

    static class Bare {
        @Test
        void runs() {}
    }

    @CleanStaleTypes("accounts_user")
    static class Cleaned extends Bare {}

    @Test
    void of_a_class_that_is_healthy(TestReporter reporter) throws Exception {
        try (TestDatabase database = PostgresServer.of("18.6").createDatabase();
                OneConnection own = new OneConnection(database)) {
            own.execute("CREATE TABLE accounts_user (id int)");
            List<String> trips = new ArrayList<>();
            dataSource = Tapped.dataSource(own.dataSource(), (number, statement) -> trips.add(statement));
            Suite.of(Cleaned.class).run().succeeded();
            int perClass = trips.size();
            reporter.publishEntry("round trips", trips.toString());
            dataSource = own.dataSource();
            double bare = micros(() -> Suite.of(Bare.class).run().succeeded());
            double cleaned = micros(() -> Suite.of(Cleaned.class).run().succeeded());
            double query = micros(() -> own.queryText("SELECT 1"));
            reporter.publishEntry(
                    "a class with the annotation costs",
                    String.format(
                            Locale.ROOT,
                            "%.2f ms more than one without, in %d round trips; SELECT 1 takes %.2f ms",
                            (cleaned - bare) / 1000,
                            perClass,
                            query / 1000));
            assertThat(perClass).isLessThanOrEqualTo(3);
        }
    }

    private interface Action {
        void run() throws Exception;
    }

    private static double micros(Action action) throws Exception {
        for (int i = 0; i < TIMES; i++) {
            action.run();
        }
        long start = System.nanoTime();
        for (int i = 0; i < TIMES; i++) {
            action.run();
        }
        return (System.nanoTime() - start) / 1000.0 / TIMES;
    }
}
