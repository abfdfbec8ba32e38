package io.github.cleanstaletypes.chaos.scenario;

import io.github.cleanstaletypes.chaos.migrator.MigratorProcess;
import io.github.cleanstaletypes.chaos.system.Await;
import io.github.cleanstaletypes.chaos.system.Brake;
import io.github.cleanstaletypes.chaos.system.Inconclusive;
import io.github.cleanstaletypes.chaos.system.SessionView;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * A migrator stands at its brake, in the middle of what its migration does.
 *
 * @param process the migrator
 * @param brake what stops it
 * @param pid the server's process that works for it
 */
public record BrakedMigrator(MigratorProcess process, Brake brake, int pid) implements AutoCloseable {

    /** Its session has this name on the server. */
    public static final String NAME = "first";

    /**
     * Starts one, and returns when it is there.
     *
     * @param start starts the migrator, under the name {@link #NAME}
     * @param there finds its session once that is where it is to be interrupted
     */
    public static BrakedMigrator start(
            Scene scene, Supplier<MigratorProcess> start, Function<SessionView, Optional<Integer>> there) {
        SessionView look = new SessionView(scene.database());
        Brake brake = Brake.on(scene.database());
        try {
            MigratorProcess process = start.get();
            try {
                Await.until(
                        "the migrator is at its brake", () -> there.apply(look).isPresent() || !process.isRunning());
                int pid = there.apply(look)
                        .orElseThrow(() -> new Inconclusive("No migration to interrupt: " + process.outcome()));
                return new BrakedMigrator(process, brake, pid);
            } catch (RuntimeException e) {
                try (process) {
                    throw e;
                }
            }
        } catch (RuntimeException e) {
            try (brake) {
                throw e;
            }
        }
    }

    /** Ends it, and lets go of the brake. */
    @Override
    public void close() {
        try (brake) {
            process.close();
        }
    }
}
