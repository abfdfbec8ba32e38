package io.github.cleanstaletypes.internal.guard.report;

import io.github.cleanstaletypes.internal.connect.ConnectionFailure;
import io.github.cleanstaletypes.report.CleanupReport;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How a guarded command ended. Immutable.
 *
 * @param exitStatus the command's own; 128 and the signal's number if a signal ended it; or one of {@link ExitStatus}
 * @param error why the guard failed, one line without a password; null if it did not
 * @param unreachable why the database could not be connected to; null if that was not it
 * @param proof what became of the proof of the lock: {@code proved}, or {@code not proved} and why; null if it did not get that far
 * @param cleanup what the last cleaning found and did; empty if it did not get that far
 * @param attempts each run of the command
 * @param waits what its sessions were seen to wait for
 */
public record GuardReport(
        int exitStatus,
        @Nullable String error,
        @Nullable ConnectionFailure unreachable,
        @Nullable String proof,
        Optional<CleanupReport> cleanup,
        List<Attempt> attempts,
        List<SeenWait> waits) {

    public GuardReport {
        attempts = List.copyOf(attempts);
        waits = List.copyOf(waits);
    }
}
