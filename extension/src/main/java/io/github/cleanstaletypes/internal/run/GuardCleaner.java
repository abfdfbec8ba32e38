package io.github.cleanstaletypes.internal.run;

import io.github.cleanstaletypes.internal.claim.SqlName;
import io.github.cleanstaletypes.report.CleanupReport;
import io.github.cleanstaletypes.report.Result;
import java.time.Duration;
import java.util.Optional;

/** The runs that only a guard makes, around its command and under its lock; as a {@link Cleaner} is set. Can be shared between threads. */
public final class GuardCleaner {

    private final BorrowedConnection connection;
    private final Settings settings;

    GuardCleaner(BorrowedConnection connection, Settings settings) {
        this.connection = connection;
        this.settings = settings;
    }

    /**
     * Renames a type that an error claims until the guard's command has run again, which shows whether it was in the way; then
     * {@link #settle}. Of what this guard has set aside, no other run takes notice. An invalid index of that name is dropped at once.
     *
     * @param name the name with its schema
     * @return what became of it: {@link io.github.cleanstaletypes.report.Outcome#QUARANTINED} or
     *     {@link io.github.cleanstaletypes.report.Outcome#DROPPED}, or why it was left; empty if there is none of that name that nothing
     *     uses
     * @throws RunFailedException as {@link Cleaner#clean()} does
     */
    public Optional<Result> heal(SqlName name) {
        return connection.run(
                settings,
                (c, recorder) -> new ApprovedRemoval(c, settings.with(change -> change.progress(recorder))).heal(name));
    }

    /**
     * Drops what this guard has set aside and whose name is taken again, and gives all else its name back.
     *
     * @param succeeded whether the command has succeeded; if not, what would be dropped is kept, renamed
     * @throws RunFailedException as {@link Cleaner#clean()} does
     */
    public CleanupReport settle(boolean succeeded) {
        return connection.run(
                settings,
                (c, recorder) ->
                        new ApprovedRemoval(c, settings.with(change -> change.progress(recorder))).settle(succeeded));
    }

    /** Says which lock rows of migration tools there are, and who is connected, before a guard's command runs. */
    public LockWatch lockWatch() {
        return connection.run(settings, (c, recorder) -> LockWatch.read(c));
    }

    /**
     * Frees the lock rows that were written since, under the guard's lock: by its command, whose processes are gone. What its sessions are
     * cannot be known, so whoever has connected since has to be gone too.
     *
     * @param before how it was before the command ran
     * @param atMost how long to wait for those who have connected since
     * @return what became of each such row; nothing if there is none
     * @throws RunFailedException as {@link Cleaner#clean()} does
     */
    public CleanupReport freeLocksSince(LockWatch before, Duration atMost) {
        return connection.run(
                settings,
                (c, recorder) -> new LocksLeftBehind(c, settings.with(change -> change.progress(recorder)))
                        .free(before, atMost));
    }
}
