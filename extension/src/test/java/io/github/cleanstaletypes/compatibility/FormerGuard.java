package io.github.cleanstaletypes.compatibility;

import io.github.cleanstaletypes.testing.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.postgresql.PGConnection;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Does on the wire what a guard of version 0.1.0 does: a session of its own takes the lock, its command's sessions have its token, and it
 * ends those of other guards. Not thread-safe.
 */
final class FormerGuard implements AutoCloseable {

    private static final String RANDOM = "f0612ebe4b024276";

    private final TestDatabase database;
    private final String marks;
    private final Connection lock;

    private FormerGuard(TestDatabase database, String marks, Connection lock) {
        this.database = database;
        this.marks = marks;
        this.lock = lock;
    }

    /** One that has not got the lock yet. */
    static FormerGuard in(TestDatabase database) throws SQLException {
        long system = Long.parseLong(
                String.valueOf(database.queryText("SELECT system_identifier::text FROM pg_control_system()")));
        String oid = String.valueOf(
                database.queryText("SELECT oid::text FROM pg_database WHERE datname = current_database()"));
        String marks = oid + ":" + cluster(system) + "-";
        return new FormerGuard(database, marks, connect(database, "cst-guard:" + marks + RANDOM));
    }

    /** What it made of the number of a server's data. */
    static String cluster(long system) {
        return String.format(Locale.ROOT, "%08x", (int) (system ^ (system >>> 32)));
    }

    /** What its command has in its environment. */
    String token() {
        return "cst:" + marks + RANDOM;
    }

    /** What its session for the lock is called. */
    String lockSession() {
        return "cst-guard:" + marks + RANDOM;
    }

    /** How the names of all such sessions go on after {@code cst:} or {@code cst-guard:}, up to what is random. */
    String marks() {
        return marks;
    }

    boolean tryLock() throws SQLException {
        return ask("SELECT pg_catalog.pg_try_advisory_lock(" + FormerVersion.lockKey() + ")", "pg_try_advisory_lock")
                .contains("t");
    }

    /** A session of its command. */
    Connection command(TestDatabase in, String added) throws SQLException {
        return connect(in, token() + added);
    }

    /** Ends the sessions of other guards' commands; their pids. */
    List<String> fence() throws SQLException {
        return ask(
                FormerVersion.text("fence.sql")
                        .replace(":'prefix'", "'cst:" + marks + "'")
                        .replace(":'own'", "'" + token() + "'"),
                "pid");
    }

    /** What those who hold the lock are called. */
    List<String> holders() throws SQLException {
        return ask(
                FormerVersion.text("lock_holder.sql").replace(":'key'", "'" + FormerVersion.lockKey() + "'"),
                "application_name");
    }

    /** How many others it believes to know names of this database's types. */
    String others() throws SQLException {
        return ask(FormerVersion.text("company.sql"), "others").get(0);
    }

    private List<String> ask(String query, String column) throws SQLException {
        try (Statement statement = lock.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            List<String> found = new ArrayList<>();
            while (rows.next()) {
                found.add(rows.getString(column));
            }
            return found;
        }
    }

    static int pid(Connection session) throws SQLException {
        return session.unwrap(PGConnection.class).getBackendPID();
    }

    private static Connection connect(TestDatabase to, String name) throws SQLException {
        PGSimpleDataSource source = (PGSimpleDataSource) to.dataSource();
        source.setApplicationName(name);
        return source.getConnection();
    }

    /** Is killed: the lock is free, and what its command has opened stays. */
    void die() throws SQLException {
        lock.close();
    }

    @Override
    public void close() throws SQLException {
        die();
    }

    @Override
    public String toString() {
        return lockSession() + " in " + database;
    }
}
