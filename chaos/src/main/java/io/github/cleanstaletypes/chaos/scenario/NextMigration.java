package io.github.cleanstaletypes.chaos.scenario;

import io.github.cleanstaletypes.chaos.migrator.Script;
import io.github.cleanstaletypes.chaos.migrator.ServerError;
import io.github.cleanstaletypes.chaos.system.Await;
import io.github.cleanstaletypes.chaos.system.SessionView;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** The next migration is started after a fault, in a session of its own. */
public final class NextMigration {

    private static final String NAME = "next";

    private final Scene scene;
    private final Script script;

    private NextMigration(Scene scene, Script script) {
        this.scene = scene;
        this.script = script;
    }

    /** Takes this script for the next migration. */
    public static NextMigration of(Scene scene, Script script) {
        return new NextMigration(scene, script);
    }

    /** Runs it, and returns what it got; empty if it succeeded or had nothing to do. */
    public Optional<ServerError> run() {
        Timeline timeline = scene.timeline();
        Timeline.Span running = timeline.begin(Lane.NEXT, String.join("; ", script.statements()));
        try (Connection connection = scene.database().connect(NAME)) {
            script.run(connection);
            running.end();
            timeline.mark(Lane.NEXT, "succeeds");
            return Optional.empty();
        } catch (SQLException e) {
            running.end();
            ServerError error =
                    ServerError.in(e).orElseThrow(() -> new IllegalStateException("The next migration broke down", e));
            timeline.strike(Lane.NEXT, error.toString());
            return Optional.of(error);
        }
    }

    /** Runs it, and lets go what is in flight when it waits for that. */
    public Optional<ServerError> runAgainst(InFlight other) {
        SessionView look = new SessionView(scene.database());
        CompletableFuture<Optional<ServerError>> result = CompletableFuture.supplyAsync(this::run);
        Await.until(
                "the next migration waits for session " + other.pid() + ", or is done",
                () -> result.isDone() || look.waitingFor(other.pid(), NAME) > 0);
        other.letGo();
        return result.join();
    }
}
