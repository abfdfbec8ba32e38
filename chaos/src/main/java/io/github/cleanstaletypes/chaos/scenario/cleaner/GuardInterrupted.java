package io.github.cleanstaletypes.chaos.scenario.cleaner;

import io.github.cleanstaletypes.chaos.scenario.Expectation;
import io.github.cleanstaletypes.chaos.scenario.Incident;
import io.github.cleanstaletypes.chaos.scenario.Lane;
import io.github.cleanstaletypes.chaos.scenario.PassingIncident;
import io.github.cleanstaletypes.chaos.scenario.Scenario;
import io.github.cleanstaletypes.chaos.scenario.ScenarioHeader;
import io.github.cleanstaletypes.chaos.scenario.Scene;
import io.github.cleanstaletypes.chaos.scenario.Timeline;
import io.github.cleanstaletypes.chaos.system.Await;
import io.github.cleanstaletypes.chaos.system.Deviation;
import io.github.cleanstaletypes.chaos.system.Inconclusive;
import io.github.cleanstaletypes.chaos.system.SessionView;
import io.github.cleanstaletypes.report.FindingCode;
import java.util.List;
import java.util.stream.Stream;

/**
 * A guard runs a migration, which is in the middle of a statement that commits by itself; then one of the two comes to
 * grief, and the next guard starts at once. The migration's session goes on without its client: left alone, it would
 * commit a table without a row in the history, and fail the next migration.
 *
 * @param way who comes to grief
 */
public record GuardInterrupted(Way way) implements Scenario {

    /** One of these comes to grief, and the guard ends in its way. */
    public enum Way {
        /** The guard, which cannot stop its command any more. */
        GUARD_KILLED("guard-killed", "SIGKILL of a guard in the midst of its migration", 137),
        /** The command. */
        MIGRATOR_KILLED("guarded-migrator-killed", "SIGKILL of a migrator under its guard", 137),
        /** The session that holds the lock. */
        LOCK_LOST("guard-lock-lost", "pg_terminate_backend of the session that holds a guard's lock", 125);

        private final String title;
        private final String fault;
        private final int exit;

        Way(String title, String fault, int exit) {
            this.title = title;
            this.fault = fault;
            this.exit = exit;
        }
    }

    /** Lists one for each who comes to grief. */
    public static List<GuardInterrupted> all() {
        return Stream.of(Way.values()).map(GuardInterrupted::new).toList();
    }

    @Override
    public ScenarioHeader header() {
        return ScenarioHeader.of(way.title, FindingCode.UNCOMMITTED_CREATION, way.fault)
                .healedBy("nothing", "guard");
    }

    @Override
    public Incident begin(Scene scene) {
        return BrakedGuard.start(scene, first -> interrupt(scene, first));
    }

    private Incident interrupt(Scene scene, BrakedGuard first) {
        SessionView look = new SessionView(scene.database());
        Timeline timeline = scene.timeline();
        Timeline.Span session = timeline.begin(Lane.SESSION, "session " + first.pid() + " goes on without its client");
        strike(look, first);
        timeline.strike(Lane.MIGRATOR, way.fault);
        int exit = first.guard().result().exit();
        Deviation.unless(
                exit == way.exit,
                "exit status " + way.exit + " of the guard",
                exit + ": " + first.guard().printed());
        timeline.mark(Lane.MIGRATOR, "exit " + exit + " of the guard");
        first.awaitProcesses();
        Await.until("the guard's lock is gone", () -> look.guard().isEmpty());
        first.guard().close();
        if (!look.isThere(first.pid())) {
            throw new Inconclusive("The interrupted migration left no session behind");
        }
        Expectation expectation = first.expectation();
        AbandonedSession abandoned = new AbandonedSession(scene, first.brake(), first.pid(), session);
        return PassingIncident.of(scene, expectation, abandoned, first::wrong);
    }

    private void strike(SessionView look, BrakedGuard first) {
        switch (way) {
            case GUARD_KILLED -> first.guard().kill();
            case MIGRATOR_KILLED -> migrator(first).destroyForcibly();
            case LOCK_LOST -> {
                int lock = look.guard().orElseThrow(() -> new Inconclusive("No session holds the lock"));
                Deviation.unless(lock != first.pid(), "the lock in a session of its own", lock);
                first.scene().database().queryText("SELECT pg_catalog.pg_terminate_backend(" + lock + ")");
            }
        }
    }

    private static ProcessHandle migrator(BrakedGuard first) {
        return first.family().stream()
                .filter(process -> process.info().command().orElse("").endsWith("java"))
                .findFirst()
                .orElseThrow(() ->
                        new Inconclusive("No migrator to kill: " + first.guard().printed()));
    }
}
