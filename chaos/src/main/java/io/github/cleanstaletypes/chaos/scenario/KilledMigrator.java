package io.github.cleanstaletypes.chaos.scenario;

import io.github.cleanstaletypes.chaos.migrator.MigrationOutcome;
import io.github.cleanstaletypes.chaos.migrator.MigrationOutcome.Killed;
import io.github.cleanstaletypes.chaos.migrator.MigratorProcess;
import io.github.cleanstaletypes.chaos.migrator.Script;
import io.github.cleanstaletypes.chaos.system.Await;
import io.github.cleanstaletypes.chaos.system.Brake;
import io.github.cleanstaletypes.chaos.system.Inconclusive;
import io.github.cleanstaletypes.chaos.system.SessionView;
import java.util.Optional;
import java.util.function.Function;

/**
 * A migrator that was killed in the middle of a statement: a server looks for a client only when it has something to
 * send, so the session goes on until the statement's end, and commits what commits by itself.
 */
public final class KilledMigrator implements InFlight, AutoCloseable {

    private static final String NAME = "first";

    private final Scene scene;
    private final Brake brake;
    private final int pid;
    private final Timeline.Span session;

    private KilledMigrator(Scene scene, Brake brake, int pid, Timeline.Span session) {
        this.scene = scene;
        this.brake = brake;
        this.pid = pid;
        this.session = session;
    }

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
        Timeline timeline = scene.timeline();
        SessionView look = new SessionView(scene.database());
        Brake brake = Brake.on(scene.database());
        try (MigratorProcess migrator = MigratorProcess.start(NAME, scene.database(), script)) {
            Timeline.Span process = timeline.begin(Lane.MIGRATOR, String.join("; ", script.statements()));
            Await.until("the migrator is at its brake", () -> there.apply(look).isPresent() || !migrator.isRunning());
            int pid = there.apply(look)
                    .orElseThrow(() -> new Inconclusive("No migration to interrupt: " + migrator.outcome()));
            Timeline.Span session = timeline.begin(Lane.SESSION, "session " + pid + " goes on without its client");
            migrator.kill();
            process.end();
            timeline.strike(Lane.MIGRATOR, "SIGKILL");
            MigrationOutcome outcome = migrator.outcome();
            if (!(outcome instanceof Killed)) {
                throw new Inconclusive("The migrator was not killed: " + outcome);
            }
            if (there.apply(look).isEmpty()) {
                throw new Inconclusive("The killed migrator left no session behind");
            }
            return new KilledMigrator(scene, brake, pid, session);
        } catch (RuntimeException e) {
            try (brake) {
                throw e;
            }
        }
    }

    @Override
    public int pid() {
        return pid;
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
