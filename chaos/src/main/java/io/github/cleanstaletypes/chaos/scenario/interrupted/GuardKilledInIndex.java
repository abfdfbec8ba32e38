package io.github.cleanstaletypes.chaos.scenario.interrupted;

import io.github.cleanstaletypes.chaos.migrator.MigratorProcess;
import io.github.cleanstaletypes.chaos.migrator.Script;
import io.github.cleanstaletypes.chaos.product.CommandLineRun;
import io.github.cleanstaletypes.chaos.scenario.Application;
import io.github.cleanstaletypes.chaos.scenario.Incident;
import io.github.cleanstaletypes.chaos.scenario.Lane;
import io.github.cleanstaletypes.chaos.scenario.Scenario;
import io.github.cleanstaletypes.chaos.scenario.ScenarioHeader;
import io.github.cleanstaletypes.chaos.scenario.Scene;
import io.github.cleanstaletypes.chaos.scenario.Timeline;
import io.github.cleanstaletypes.chaos.system.Await;
import io.github.cleanstaletypes.chaos.system.Inconclusive;
import io.github.cleanstaletypes.chaos.system.JavaProcess;
import io.github.cleanstaletypes.chaos.system.SessionView;
import io.github.cleanstaletypes.report.FindingCode;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * A guard is killed while its command is in CREATE INDEX CONCURRENTLY, which waits for a writer. The command dies with it, and the server, which
 * was told by the guard to look after its client, ends the build: an invalid index is left.
 */
public final class GuardKilledInIndex implements Scenario {

    private static final Script SCRIPT =
            LeftIndex.building("CREATE INDEX CONCURRENTLY accounts_user ON orders (total)");

    @Override
    public ScenarioHeader header() {
        return ScenarioHeader.of(
                        "guard-killed-in-index",
                        FindingCode.INVALID_INDEX,
                        "SIGKILL of a guard whose command is in CREATE INDEX CONCURRENTLY")
                .healedBy("nothing", "folk", "cli", "extension", "exclusive", "flyway", "guard", "code");
    }

    @Override
    public Incident begin(Scene scene) {
        Application.install(scene);
        try (Connection writer = scene.database().connect("writer");
                Statement statement = writer.createStatement()) {
            writer.setAutoCommit(false);
            statement.execute("UPDATE orders SET total = total WHERE id = 1");
            kill(scene);
            // the build has ended while the writer is still there: it is not the writer's end that ended it
            writer.rollback();
        } catch (SQLException e) {
            throw new IllegalStateException("The writer broke down", e);
        }
        return LeftIndex.removed(scene, SCRIPT);
    }

    private static void kill(Scene scene) {
        SessionView look = new SessionView(scene.database());
        Timeline.Span migrating = scene.timeline()
                .begin(Lane.MIGRATOR, "under a guard: " + SCRIPT.statements().get(0));
        try (CommandLineRun guard = scene.commandLine()
                .startGuard(
                        scene.database(),
                        List.of(),
                        MigratorProcess.commandOfLibpq("first", scene.database(), SCRIPT),
                        JavaProcess.classPath())) {
            Await.until(
                    "the guarded build waits for the writer",
                    () -> look.guardedWaitingForTransactions().isPresent() || !guard.isRunning());
            int pid = look.guardedWaitingForTransactions()
                    .orElseThrow(() -> new Inconclusive("No build under guard to interrupt: " + guard.printed()));
            List<ProcessHandle> family = guard.descendants();
            Timeline.Span session = scene.timeline().begin(Lane.SESSION, "session " + pid + " builds the index");
            guard.kill();
            scene.timeline().strike(Lane.MIGRATOR, "SIGKILL of the guard");
            Await.until("the guard's command is dead", () -> family.stream().noneMatch(ProcessHandle::isAlive));
            migrating.end();
            Await.until("the server has ended the build of a dead client", () -> !look.isThere(pid));
            session.end();
        }
    }
}
