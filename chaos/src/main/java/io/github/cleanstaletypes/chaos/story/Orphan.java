package io.github.cleanstaletypes.chaos.story;

import io.github.cleanstaletypes.chaos.migrator.MigrationOutcome;
import io.github.cleanstaletypes.chaos.migrator.MigrationOutcome.Killed;
import io.github.cleanstaletypes.chaos.migrator.MigratorProcess;
import io.github.cleanstaletypes.chaos.system.Await;
import io.github.cleanstaletypes.chaos.system.Brake;
import io.github.cleanstaletypes.chaos.system.Database;
import io.github.cleanstaletypes.chaos.system.Inconclusive;
import io.github.cleanstaletypes.chaos.system.Sessions;
import java.util.List;

/**
 * The session of a migrator that was killed: it still executes its statement, since a server looks for a client only
 * when it has something to send. Ends when closed.
 */
final class Orphan implements AutoCloseable {

    private static final String MIGRATOR = "first";

    private final int pid;
    private final Brake brake;

    private Orphan(int pid, Brake brake) {
        this.pid = pid;
        this.brake = brake;
    }

    /** Releases a long migration, starts it, and kills the migrator when the name {@code big} is taken. */
    static Orphan leaveIn(Shop shop, Stage stage) {
        shop.release("V2__big.sql", "V2__big.sql.conf");
        Brake brake = Brake.on(Database.of(shop.database()));
        try (MigratorProcess migrator = shop.start(MIGRATOR)) {
            return new Orphan(killInMidStatement(migrator, shop.sessions(), stage.narrator()), brake);
        } catch (RuntimeException e) {
            try (brake) {
                throw e;
            }
        }
    }

    private static int killInMidStatement(MigratorProcess migrator, Sessions sessions, Narrator narrator) {
        narrator.tell("Release 2 is a long CREATE TABLE IF NOT EXISTS big AS SELECT ..., run outside a transaction.");
        Await.until(
                "the migrator fills the table big",
                () -> sessions.creating(MIGRATOR).isPresent() || !migrator.isRunning());
        int orphan = sessions.creating(MIGRATOR)
                .orElseThrow(() -> new Inconclusive("No migration to interrupt: " + migrator.outcome()));
        migrator.kill();
        MigrationOutcome outcome = migrator.outcome();
        if (!(outcome instanceof Killed)) {
            throw new Inconclusive("The migration was not interrupted: " + outcome);
        }
        // the session with Flyway's lock is idle, and ends with its client; only what is busy stays
        Await.until(
                "of the migrator's sessions only the busy one is left",
                () -> sessions.of(MIGRATOR).equals(List.of(orphan)));
        if (!sessions.isActive(orphan)) {
            throw new Inconclusive("The killed migrator left nothing behind");
        }
        narrator.tell(
                "The migrator's process %d is killed (kill -9) in the middle of it. On the server its session %d goes on."
                        .formatted(migrator.pid(), orphan));
        return orphan;
    }

    /** The server's process. */
    int pid() {
        return pid;
    }

    /** Lets it come to its end, and commit. */
    void finish() {
        brake.close();
    }

    @Override
    public void close() {
        finish();
    }
}
