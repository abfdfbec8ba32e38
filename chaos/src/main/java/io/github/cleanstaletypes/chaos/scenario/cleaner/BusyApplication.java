package io.github.cleanstaletypes.chaos.scenario.cleaner;

import io.github.cleanstaletypes.chaos.migrator.ServerError;
import io.github.cleanstaletypes.chaos.scenario.Expectation;
import io.github.cleanstaletypes.chaos.scenario.Incident;
import io.github.cleanstaletypes.chaos.scenario.Lane;
import io.github.cleanstaletypes.chaos.scenario.NextMigration;
import io.github.cleanstaletypes.chaos.scenario.Scenario;
import io.github.cleanstaletypes.chaos.scenario.ScenarioHeader;
import io.github.cleanstaletypes.chaos.scenario.Scene;
import io.github.cleanstaletypes.chaos.system.Await;
import io.github.cleanstaletypes.report.FindingCode;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/** The cleaner works beside an application that reads and writes all the while, and must not notice it. */
public final class BusyApplication implements Scenario {

    @Override
    public ScenarioHeader header() {
        return ScenarioHeader.of(
                        "beside-application",
                        FindingCode.UNUSED_TYPE,
                        "a stale type in the database of an application that reads and writes")
                .healedBy("nothing", "cli");
    }

    @Override
    public Incident begin(Scene scene) {
        StaleType.leaveIn(scene);
        Working working = new Working(scene);
        working.start();
        return working;
    }

    private static final class Working implements Incident {

        private final Scene scene;
        private final AtomicBoolean stop = new AtomicBoolean();
        private final AtomicInteger written = new AtomicInteger();
        private final int before;
        private CompletableFuture<List<String>> troubles = CompletableFuture.completedFuture(List.of());

        Working(Scene scene) {
            this.scene = scene;
            this.before = Integer.parseInt(scene.database().queryText("SELECT pg_catalog.count(*) FROM orders"));
        }

        void start() {
            scene.timeline().begin(Lane.APPLICATION, "inserts orders, and reads the view over them");
            troubles = CompletableFuture.supplyAsync(this::work);
            Await.until("the application has written", () -> written.get() > 0 || troubles.isDone());
        }

        private List<String> work() {
            List<String> seen = new ArrayList<>();
            try (Connection connection = scene.database().connect("application");
                    Statement statement = connection.createStatement()) {
                while (!stop.get()) {
                    statement.execute("INSERT INTO orders SELECT 1 + max(id), 1, 7.5, 'gold' FROM orders");
                    written.incrementAndGet();
                    try (ResultSet rows = statement.executeQuery("SELECT pg_catalog.count(*) FROM gold_orders")) {
                        rows.next();
                    }
                }
            } catch (SQLException e) {
                seen.add("the application got " + e.getSQLState());
            }
            return seen;
        }

        @Override
        public Expectation expectation() {
            return Expectation.typeRemoved("42710");
        }

        /** What the application itself writes differs too: it is counted below. */
        @Override
        public Set<String> mayDiffer() {
            Set<String> names = new HashSet<>(expectation().mayDiffer());
            names.addAll(StaleType.names(scene.database()));
            names.add("public.orders");
            return names;
        }

        @Override
        public Optional<ServerError> migrate() {
            return NextMigration.of(scene, expectation().next()).run();
        }

        @Override
        public List<String> verify() {
            stop.set(true);
            List<String> seen = new ArrayList<>(troubles.join());
            String orders = scene.database().queryText("SELECT pg_catalog.count(*) FROM orders");
            if (!orders.equals(Integer.toString(before + written.get()))) {
                seen.add("%d orders and %d written make %s".formatted(before, written.get(), orders));
            }
            return seen;
        }

        @Override
        public void close() {
            stop.set(true);
            troubles.join();
        }
    }
}
