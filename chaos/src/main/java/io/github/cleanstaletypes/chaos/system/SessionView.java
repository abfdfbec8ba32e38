package io.github.cleanstaletypes.chaos.system;

import java.util.List;
import java.util.Optional;

/** Looks at what the sessions of a database are at. */
public final class SessionView {

    private static final String SESSIONS =
            "SELECT a.pid FROM pg_catalog.pg_stat_activity a" + " WHERE a.datname = pg_catalog.current_database() AND ";

    private static final String CREATING = "EXISTS (SELECT FROM pg_catalog.pg_locks l WHERE l.pid = a.pid AND l.granted"
            + " AND l.locktype = 'relation' AND l.mode = 'AccessExclusiveLock'"
            + " AND NOT EXISTS (SELECT FROM pg_catalog.pg_class c WHERE c.oid = l.relation))";

    private static final String AT_BRAKE =
            "a.state = 'active' AND a.wait_event_type = 'Lock' AND a.wait_event = 'advisory'";

    private final Database database;

    /** Looks at this database. */
    public SessionView(Database database) {
        this.database = database;
    }

    /** The session of this program that waits at its {@link Brake}. */
    public Optional<Integer> atBrake(String application) {
        return first(named(application) + AT_BRAKE);
    }

    /** The session of this program that waits at its brake and has created a relation which nobody else can see. */
    public Optional<Integer> atBrakeWithCreation(String application) {
        return first(named(application) + AT_BRAKE + " AND " + CREATING);
    }

    /** The session of a guard's command that waits at its brake and has created a relation which nobody else can see. */
    public Optional<Integer> guardedAtBrakeWithCreation() {
        return first(guards("cst:") + AT_BRAKE + " AND " + CREATING);
    }

    /** The session in which a guard holds its lock. */
    public Optional<Integer> guard() {
        return first(guards("cst-guard:") + "true");
    }

    /** The session of this program that waits for the end of transactions which could still write. */
    public Optional<Integer> waitingForTransactions(String application) {
        return first(named(application) + "a.wait_event_type = 'Lock' AND a.wait_event = 'virtualxid'");
    }

    /** The session of this program that does nothing, in the middle of a transaction. */
    public Optional<Integer> idleInTransaction(String application) {
        return first(named(application) + "a.state = 'idle in transaction' AND " + CREATING);
    }

    /** How many sessions of this program wait for that one to end its transaction. */
    public int waitingFor(int pid, String application) {
        return database.queryTexts(named(application) + "a.wait_event_type = 'Lock' AND " + pid
                        + " = ANY (pg_catalog.pg_blocking_pids(a.pid))")
                .size();
    }

    /** All sessions of this program. */
    public List<Integer> of(String application) {
        return database.queryTexts(named(application) + "true").stream()
                .map(Integer::valueOf)
                .toList();
    }

    /** Whether this session is there. */
    public boolean isThere(int pid) {
        return database.holds("EXISTS (SELECT FROM pg_catalog.pg_stat_activity WHERE pid = " + pid + ")");
    }

    private static String named(String application) {
        return SESSIONS + "a.application_name = '" + application + "' AND ";
    }

    /** Those of guards or of their commands, by how their names begin. */
    private static String guards(String prefix) {
        return SESSIONS + "pg_catalog.starts_with(a.application_name, '" + prefix + "') AND ";
    }

    private Optional<Integer> first(String query) {
        return database.queryTexts(query).stream().findFirst().map(Integer::valueOf);
    }
}
