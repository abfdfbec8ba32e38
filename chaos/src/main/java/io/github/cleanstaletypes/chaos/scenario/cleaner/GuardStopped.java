package io.github.cleanstaletypes.chaos.scenario.cleaner;

import io.github.cleanstaletypes.chaos.scenario.Expectation;
import io.github.cleanstaletypes.chaos.scenario.Incident;
import io.github.cleanstaletypes.chaos.scenario.Lane;
import io.github.cleanstaletypes.chaos.scenario.NextMigration;
import io.github.cleanstaletypes.chaos.scenario.PassingIncident;
import io.github.cleanstaletypes.chaos.scenario.Scenario;
import io.github.cleanstaletypes.chaos.scenario.ScenarioHeader;
import io.github.cleanstaletypes.chaos.scenario.Scene;
import io.github.cleanstaletypes.chaos.system.Await;
import io.github.cleanstaletypes.chaos.system.Inconclusive;
import io.github.cleanstaletypes.chaos.system.SessionView;
import io.github.cleanstaletypes.report.FindingCode;
import java.util.List;
import java.util.stream.Stream;

/**
 * A guard is stopped by SIGSTOP in the midst of its migration, as a paused container or a suspended virtual machine is, for longer than a
 * heartbeat may take; a second guard comes; then the first one goes on. In half of the runs its command is stopped with it.
 *
 * @param way whether the server notices
 */
public record GuardStopped(Way way) implements Scenario {

    /** The server knows, or it does not. */
    public enum Way {
        /** The system answers keepalives for a stopped process: the lock stays, and nobody else gets it. */
        LOCK_KEPT("guard-stopped", "SIGSTOP of a guard in the midst of its migration"),
        /** The server ends the session, as it does when keepalives are not answered: the lock is the next guard's. */
        LOCK_DROPPED(
                "guard-stopped-lock-dropped",
                "SIGSTOP of a guard, whose session for the lock the server ends meanwhile");

        private final String title;
        private final String fault;

        Way(String title, String fault) {
            this.title = title;
            this.fault = fault;
        }
    }

    /** Lists both. */
    public static List<GuardStopped> all() {
        return Stream.of(Way.values()).map(GuardStopped::new).toList();
    }

    @Override
    public ScenarioHeader header() {
        return ScenarioHeader.of(way.title, FindingCode.UNCOMMITTED_CREATION, way.fault)
                .healedBy("nothing", "guard");
    }

    @Override
    public Incident begin(Scene scene) {
        return BrakedGuard.start(scene, first -> stop(scene, first));
    }

    private Incident stop(Scene scene, BrakedGuard first) {
        SessionView look = new SessionView(scene.database());
        int lock = look.guard().orElseThrow(() -> new Inconclusive("No session holds the lock"));
        boolean commandToo = scene.random().nextBoolean();
        first.guard().freeze(commandToo);
        scene.timeline().strike(Lane.MIGRATOR, "SIGSTOP of the guard" + (commandToo ? " and its command" : ""));
        Expectation expectation = first.expectation();
        return switch (way) {
            case LOCK_KEPT -> {
                Await.until("the guard is silent for longer than an answer may take", () -> isSilent(scene, lock));
                yield incident(
                        expectation,
                        first,
                        new StoppedGuard.Locked(first, lock),
                        new StoppedGuard.Locked(first, first.pid()));
            }
            case LOCK_DROPPED -> {
                scene.database().queryText("SELECT pg_catalog.pg_terminate_backend(" + lock + ")");
                Await.until("the lock is free", () -> look.guard().isEmpty());
                scene.timeline().strike(Lane.LOCKS, "the server drops the lock");
                StoppedGuard dropped = new StoppedGuard.Dropped(first);
                yield incident(expectation, first, dropped, dropped);
            }
        };
    }

    /**
     * A second guard and a migration without one name or meet different sessions of it.
     *
     * @param named the one that a guard names
     * @param met the one that a migration without a guard waits for
     */
    private static Incident incident(Expectation expectation, BrakedGuard first, StoppedGuard named, StoppedGuard met) {
        NextMigration next = NextMigration.of(first.scene(), first.script());
        return new PassingIncident(expectation, named, 1, session -> next.runAgainst(met), first::wrong);
    }

    /** A heartbeat each 100 ms has 2 s for its answer. */
    private static boolean isSilent(Scene scene, int lock) {
        return scene.database()
                .holds("EXISTS (SELECT FROM pg_catalog.pg_stat_activity a WHERE a.pid = " + lock
                        + " AND a.state_change < pg_catalog.clock_timestamp() - interval '2500 ms')");
    }
}
