package io.github.cleanstaletypes.testing;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A server whose data directory was "copied" while it was in use: the control file and the log are of one moment, all else of a later
 * one. What was written in between carries transaction ids that, to this server, are still to come. Autovacuum is off. Not thread-safe.
 */
public final class TornCopy implements AutoCloseable {

    private final PrivateServer server;
    private final Path data;
    private final Path kept;
    private int later;

    private TornCopy(Path directory, String version) {
        this.server = PrivateServer.in(directory, version);
        this.data = directory.resolve("data");
        this.kept = directory.resolve("kept");
    }

    /**
     * Runs statements in the database {@code postgres}, some before the moment and some after it.
     *
     * @param directory an empty directory that it may use
     * @param before what the copy shows
     * @param after what the copy hides; six transactions after the moment
     */
    public static TornCopy of(Path directory, String version, List<String> before, List<String> after) {
        TornCopy copy = new TornCopy(directory, version);
        copy.make(before, after);
        return copy;
    }

    private void make(List<String> before, List<String> after) {
        server.start();
        execute("ALTER SYSTEM SET autovacuum = off");
        execute(before.toArray(String[]::new));
        server.stop();
        Directories.copy(data.resolve("global/pg_control"), kept.resolve("pg_control"));
        Directories.copy(data.resolve("pg_wal"), kept.resolve("pg_wal"));
        server.start();
        int first = Integer.parseInt(queryTexts("SELECT pg_current_xact_id()").get(0));
        for (int i = 0; i < 5; i++) {
            queryTexts("SELECT pg_current_xact_id()");
        }
        execute(after.toArray(String[]::new));
        later = Integer.parseInt(queryTexts("SELECT pg_current_xact_id()").get(0)) - first;
        server.stop();
        Directories.delete(data.resolve("pg_wal"));
        Directories.copy(kept.resolve("pg_wal"), data.resolve("pg_wal"));
        Directories.copy(kept.resolve("pg_control"), data.resolve("global/pg_control"));
        server.start();
    }

    /** How many transactions were between the moment and the end of what came after it. */
    public int later() {
        return later;
    }

    /** Connects the superuser to the database {@code postgres}. */
    public DataSource dataSource() {
        return dataSource(PostgresServer.SUPERUSER);
    }

    /** Connects this role; the server asks for no password. */
    public DataSource dataSource(String user) {
        PGSimpleDataSource dataSource = new PGSimpleDataSource();
        dataSource.setServerNames(new String[] {"localhost"});
        dataSource.setPortNumbers(new int[] {server.port()});
        dataSource.setDatabaseName("postgres");
        dataSource.setUser(user);
        return dataSource;
    }

    /** Runs each of these as the superuser, in one session and each in its own transaction. */
    public void execute(String... statements) {
        try (Connection connection = dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e.getSQLState() + " " + e.getMessage(), e);
        }
    }

    /** The first column of each row. */
    public List<@Nullable String> queryTexts(String query) {
        try (Connection connection = dataSource().getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            List<@Nullable String> texts = new ArrayList<>();
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
            return texts;
        } catch (SQLException e) {
            throw new IllegalStateException(e.getSQLState() + " from: " + query, e);
        }
    }

    /** The SQLSTATE that a statement fails with, or {@code 00000}. */
    public String stateOf(String... statements) {
        try (Connection connection = dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
            return "00000";
        } catch (SQLException e) {
            return String.valueOf(e.getSQLState());
        }
    }

    @Override
    public void close() {
        server.close();
    }
}
