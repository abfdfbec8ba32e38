package io.github.cleanstaletypes.chaos.scenario;

import io.github.cleanstaletypes.chaos.migrator.MigrationOutcome;
import io.github.cleanstaletypes.chaos.migrator.MigrationOutcome.Killed;
import io.github.cleanstaletypes.chaos.migrator.MigratorProcess;
import io.github.cleanstaletypes.chaos.migrator.Script;
import io.github.cleanstaletypes.chaos.system.Await;
import io.github.cleanstaletypes.chaos.system.Brake;
import io.github.cleanstaletypes.chaos.system.Inconclusive;
import io.github.cleanstaletypes.chaos.system.SessionView;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * A migrator was killed in the middle of a statement: a server looks for a client only when it has something to
 * send, so the session goes on until the statement's end, and commits what commits by itself.
 *
 * @param brake what keeps the session from its end
 * @param pid the server's process that works for the session
 * @param process the number that the migrator's process had
 */
public record KilledMigrator(Scene scene, Brake brake, int pid, long process, Timeline.Span session)
        implements InFlight {

    private static final String NAME = BrakedMigrator.NAME;

    /** Kills it at its brake, with something created that nobody else can see yet. */
    public static KilledMigrator inCreation(Scene scene, Script script) {
        return kill(scene, script, look -> look.atBrakeWithCreation(NAME));
    }

    /** Kills it at its brake. */
    public static KilledMigrator atBrake(Scene scene, Script script) {
        return kill(scene, script, look -> look.atBrake(NAME));
    }

    /** Kills it while it waits for the transactions of others to end. */
    public static KilledMigrator waitingForOthers(Scene scene, Script script) {
        return kill(scene, script, look -> look.waitingForTransactions(NAME));
    }

    private static KilledMigrator kill(Scene scene, Script script, Function<SessionView, Optional<Integer>> there) {
        return kill(
                scene,
                String.join("; ", script.statements()),
                () -> MigratorProcess.start(NAME, scene.database(), script),
                there);
    }

    /**
     * Kills it when it is there.
     *
     * @param what what it does, for the timeline
     * @param start starts it, under the name {@link BrakedMigrator#NAME}
     * @param there finds its session once that is where it is to be killed
     */
    public static KilledMigrator kill(
            Scene scene, String what, Supplier<MigratorProcess> start, Function<SessionView, Optional<Integer>> there) {
        Timeline timeline = scene.timeline();
        Timeline.Span process = timeline.begin(Lane.MIGRATOR, what);
        BrakedMigrator braked = BrakedMigrator.start(scene, start, there);
        try (MigratorProcess migrator = braked.process()) {
            int pid = braked.pid();
            Timeline.Span session = timeline.begin(Lane.SESSION, "session " + pid + " goes on without its client");
            migrator.kill();
            process.end();
            timeline.strike(Lane.MIGRATOR, "SIGKILL");
            MigrationOutcome outcome = migrator.outcome();
            if (!(outcome instanceof Killed)) {
                throw new Inconclusive("The migrator was not killed: " + outcome);
            }
            SessionView look = new SessionView(scene.database());
            // a session that is idle ends with its client; only what is busy stays
            Await.until(
                    "of the migrator's sessions only the busy one is left",
                    () -> look.of(NAME).equals(List.of(pid)));
            if (there.apply(look).isEmpty()) {
                throw new Inconclusive("The killed migrator left no session behind");
            }
            return new KilledMigrator(scene, braked.brake(), pid, migrator.pid(), session);
        } catch (RuntimeException e) {
            Brake brake = braked.brake();
            try (brake) {
                throw e;
            }
        }
    }

    @Override
    public void letGo() {
        brake.close();
        SessionView look = new SessionView(scene.database());
        Await.until("session " + pid + " has ended", () -> !look.isThere(pid));
        session.end();
    }

    @Override
    public void close() {
        brake.close();
    }
}
