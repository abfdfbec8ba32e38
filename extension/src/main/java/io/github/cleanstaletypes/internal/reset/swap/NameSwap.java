package io.github.cleanstaletypes.internal.reset.swap;

import io.github.cleanstaletypes.internal.reset.look.DatabaseSession;
import io.github.cleanstaletypes.internal.sql.SqlStates;
import io.github.cleanstaletypes.internal.sql.Transaction;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;

/**
 * Renames databases in one transaction: there is no moment at which one of the names leads nowhere, and a kill leaves all of it or nothing.
 *
 * <p>The first renaming waits up to 5 s for sessions in its database to be gone, and keeps newcomers waiting meanwhile. If sessions are to
 * be ended, a second session does so as soon as that is so: earlier, an application would be back at once. One object is for one swap.
 */
public final class NameSwap {

    /** A session that has just gone may be in the way of the renaming for a moment longer than it can be seen. */
    private static final int ATTEMPTS = 3;

    private final Connection renaming;
    private final @Nullable SessionEnd end;

    /**
     * Prepares it.
     *
     * @param renaming renames, in a transaction
     * @param ending ends sessions meanwhile; null to end none
     */
    public NameSwap(Connection renaming, @Nullable Connection ending) {
        this.renaming = renaming;
        this.end = ending == null ? null : new SessionEnd(ending);
    }

    /**
     * Renames them in this order.
     *
     * @throws SQLException with 55006 (object in use) if somebody is still connected
     */
    public void run(List<NewName> renamings) throws InterruptedException, SQLException {
        for (int attempt = 1; ; attempt++) {
            try {
                once(renamings);
                return;
            } catch (SQLException e) {
                if (end == null || attempt == ATTEMPTS || !SqlStates.OBJECT_IN_USE.equals(SqlStates.of(e))) {
                    throw e;
                }
            }
        }
    }

    /** Those that were ended, in all attempts. */
    public List<DatabaseSession> ended() {
        return end == null ? List.of() : end.ended();
    }

    private void once(List<NewName> renamings) throws InterruptedException, SQLException {
        FutureTask<Void> task = new FutureTask<>(() -> {
            rename(renamings);
            return null;
        });
        if (end == null) {
            task.run();
            outcome(task);
            return;
        }
        Thread thread = new Thread(task, "clean-stale-types-renaming");
        thread.setDaemon(true);
        thread.start();
        SQLException lost = end.until(task, renaming, oids(renamings));
        try {
            outcome(task);
        } catch (SQLException e) {
            if (lost != null) {
                e.addSuppressed(lost);
            }
            throw e;
        }
    }

    /** Waits for its end, and fails as it failed. */
    private static void outcome(Future<Void> renamed) throws InterruptedException, SQLException {
        try {
            renamed.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof SQLException failure) {
                throw failure;
            }
            throw new IllegalStateException(e.getCause());
        }
    }

    private static List<Long> oids(List<NewName> renamings) {
        List<Long> oids = new ArrayList<>();
        renamings.forEach(one -> oids.add(one.database().oid()));
        return oids;
    }

    private void rename(List<NewName> renamings) throws SQLException {
        Transaction.CHANGE.run(renaming, c -> {
            for (NewName one : renamings) {
                DatabaseDdl.rename(c, one.database().name(), one.newName());
            }
            return c;
        });
    }
}
