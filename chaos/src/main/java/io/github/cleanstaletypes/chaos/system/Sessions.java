package io.github.cleanstaletypes.chaos.system;

import io.github.cleanstaletypes.testing.TestDatabase;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the server shows of the sessions in one database. */
public final class Sessions {

    private final TestDatabase database;

    /** The sessions in this database. */
    public Sessions(TestDatabase database) {
        this.database = database;
    }

    /**
     * The pid of this program's session that is in the middle of creating a table and fills it, row by pausing row.
     *
     * <p>The lock is on a relation that nobody else can see yet; the pause is in the rows, which come after the table
     * is made. So the name is taken: its row is in {@code pg_type}.
     */
    public Optional<Integer> creating(String application) {
        return pids("""
                a.application_name = '%s' AND a.state = 'active' AND a.wait_event = 'PgSleep' AND EXISTS (
                    SELECT FROM pg_catalog.pg_locks l
                     WHERE l.pid = a.pid AND l.locktype = 'relation' AND l.mode = 'AccessExclusiveLock' AND l.granted
                       AND NOT EXISTS (SELECT FROM pg_catalog.pg_class c WHERE c.oid = l.relation))
                """.formatted(application)).stream().findFirst();
    }

    /** Whether a statement of this program waits until the session with this pid ends its transaction. */
    public boolean waitsFor(int pid, String application) {
        return !pids("""
                a.application_name = '%s' AND a.state = 'active' AND a.wait_event = 'transactionid'
                AND %d = ANY (pg_catalog.pg_blocking_pids(a.pid))
                """.formatted(application, pid)).isEmpty();
    }

    /** The pids of all sessions of this program. */
    public List<Integer> of(String application) {
        return pids("a.application_name = '%s'".formatted(application));
    }

    /** Whether the session with this pid is executing a statement. */
    public boolean isActive(int pid) {
        return !pids("a.pid = %d AND a.state = 'active'".formatted(pid)).isEmpty();
    }

    private List<Integer> pids(String condition) {
        List<@Nullable String> pids = database.queryTexts("SELECT a.pid FROM pg_catalog.pg_stat_activity a"
                + " WHERE a.datname = pg_catalog.current_database() AND " + condition);
        return pids.stream().map(Integer::valueOf).toList();
    }
}
