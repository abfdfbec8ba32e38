package io.github.cleanstaletypes.chaos.scenario.cleaner;

import io.github.cleanstaletypes.chaos.scenario.Lane;
import io.github.cleanstaletypes.chaos.scenario.Scene;
import io.github.cleanstaletypes.chaos.system.Await;
import io.github.cleanstaletypes.chaos.system.Database;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/** An application connects to a database by its name, again and again, whatever becomes of it. */
final class KnockingApplication implements AutoCloseable {

    /** The name leads nowhere for a moment; a session is ended; the socket says so. */
    private static final Set<String> TOLERATED = Set.of("3D000", "57P01", "08006", "08001");

    private final Database database;
    private final AtomicBoolean stop = new AtomicBoolean();
    private final AtomicInteger connected = new AtomicInteger();
    private final CompletableFuture<List<String>> troubles;

    private KnockingApplication(Database database) {
        this.database = database;
        this.troubles = CompletableFuture.supplyAsync(this::knock);
    }

    /** Starts one, and returns when it has been let in. */
    static KnockingApplication start(Scene scene) {
        KnockingApplication application = new KnockingApplication(scene.database());
        scene.timeline().begin(Lane.APPLICATION, "connects again and again");
        application.awaitLetIn();
        return application;
    }

    /** Waits until it is let in once more. */
    void awaitLetIn() {
        int before = connected.get();
        Await.until("the application is let in", () -> connected.get() > before || troubles.isDone());
    }

    /** Ends it, and tells what it got that it should not have. */
    List<String> end() {
        stop.set(true);
        return troubles.join();
    }

    private List<String> knock() {
        List<String> seen = new ArrayList<>();
        while (!stop.get()) {
            try (Connection connection = database.dataSource().getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute("SELECT");
                connected.incrementAndGet();
            } catch (SQLException e) {
                if (!TOLERATED.contains(String.valueOf(e.getSQLState()))) {
                    seen.add("the application got " + e.getSQLState());
                }
            }
        }
        return seen;
    }

    @Override
    public void close() {
        end();
    }
}
