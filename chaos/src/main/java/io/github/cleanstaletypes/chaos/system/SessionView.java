package io.github.cleanstaletypes.chaos.system;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Shows what the sessions of a database are at, at the moment of each question. */
public final class SessionView {

    private static final String SESSIONS = Resource.text("system/sessions.sql");

    private final Database database;

    /**
     * A session of the database is at this.
     *
     * @param waitsFor type and name of what it waits for
     * @param creates whether it has created a relation that nobody else can see yet
     * @param blockedBy the sessions that hold the lock that it waits for
     */
    private record Session(
            int pid, String application, String state, String waitsFor, boolean creates, List<Integer> blockedBy) {

        boolean isAtBrake() {
            return isActive() && waitsFor.equals("Lock/advisory");
        }

        boolean waitsForTransactions() {
            return waitsFor.equals("Lock/virtualxid");
        }

        boolean isActive() {
            return state.equals("active");
        }
    }

    /** Looks at the sessions in this database. */
    public SessionView(Database database) {
        this.database = database;
    }

    /** Finds the session of this program that waits at its {@link Brake}. */
    public Optional<Integer> atBrake(String application) {
        return first(named(application).and(Session::isAtBrake));
    }

    /** Finds the session of this program that waits at its brake and has created a relation. */
    public Optional<Integer> atBrakeWithCreation(String application) {
        return first(named(application).and(Session::isAtBrake).and(Session::creates));
    }

    /**
     * Finds the session of this program that has created a table and fills it, pausing at each row: its name is taken, since
     * the rows come after the table is made.
     */
    public Optional<Integer> fillingTable(String application) {
        return first(named(application)
                .and(Session::isActive)
                .and(session -> session.waitsFor.equals("Timeout/PgSleep"))
                .and(Session::creates));
    }

    /** Finds the session of a guard's command that waits at its brake and has created a relation. */
    public Optional<Integer> guardedAtBrakeWithCreation() {
        return first(prefixed("cst:").and(Session::isAtBrake).and(Session::creates));
    }

    /** Finds the session of a guard's command that waits for the end of transactions which could still write. */
    public Optional<Integer> guardedWaitingForTransactions() {
        return first(prefixed("cst:").and(Session::waitsForTransactions));
    }

    /** Lists all sessions of guards' commands. */
    public List<Integer> guarded() {
        return all(prefixed("cst:"));
    }

    /** Finds the session in which a guard holds its lock. */
    public Optional<Integer> guard() {
        return first(prefixed("cst-guard:"));
    }

    /** Finds the session of this program that waits for the end of transactions which could still write. */
    public Optional<Integer> waitingForTransactions(String application) {
        return first(named(application).and(Session::waitsForTransactions));
    }

    /** Finds the session of this program that does nothing, in the middle of a transaction that creates a relation. */
    public Optional<Integer> idleInTransaction(String application) {
        return first(named(application)
                .and(session -> session.state.equals("idle in transaction"))
                .and(Session::creates));
    }

    /** Counts the sessions of this program that wait for that one to end its transaction. */
    public int waitingFor(int pid, String application) {
        return all(named(application).and(session -> session.blockedBy.contains(pid)))
                .size();
    }

    /** Lists all sessions of this program. */
    public List<Integer> of(String application) {
        return all(named(application));
    }

    /** Tells whether this session is there. */
    public boolean isThere(int pid) {
        return !all(session -> session.pid == pid).isEmpty();
    }

    /** Tells whether this session executes a statement. */
    public boolean isActive(int pid) {
        return !all(session -> session.pid == pid && session.isActive()).isEmpty();
    }

    private static Predicate<Session> named(String application) {
        return session -> session.application.equals(application);
    }

    /** Guards and their commands are known by how the names of their sessions begin. */
    private static Predicate<Session> prefixed(String prefix) {
        return session -> session.application.startsWith(prefix);
    }

    private Optional<Integer> first(Predicate<Session> which) {
        return all(which).stream().findFirst();
    }

    private List<Integer> all(Predicate<Session> which) {
        List<Integer> pids = new ArrayList<>();
        try (Connection connection = database.connect(Database.OBSERVER);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(SESSIONS)) {
            while (rows.next()) {
                Session session = session(rows);
                if (which.test(session)) {
                    pids.add(session.pid);
                }
            }
            return pids;
        } catch (SQLException e) {
            throw new IllegalStateException("Cannot look at the sessions (" + e.getSQLState() + ")", e);
        }
    }

    private static Session session(ResultSet row) throws SQLException {
        java.sql.Array blockers = row.getArray("blocked_by");
        return new Session(
                row.getInt("pid"),
                String.valueOf(row.getString("application_name")),
                String.valueOf(row.getString("state")),
                row.getString("waits_for"),
                row.getBoolean("creates"),
                blockers == null ? List.of() : List.of((Integer[]) blockers.getArray()));
    }
}
