package io.github.cleanstaletypes.internal.reset;

import io.github.cleanstaletypes.internal.cli.CommandRun;
import io.github.cleanstaletypes.internal.cli.CommandRun.Outcome;
import io.github.cleanstaletypes.testing.PostgresServer;
import io.github.cleanstaletypes.testing.PrivateServer;
import io.github.cleanstaletypes.testing.Wait;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/**
 * A database with a table of three rows, whatever a reset puts beside it, and the role that owns it, which may make databases and is no
 * superuser; all of it goes when it is closed.
 */
public final class ResetScene implements AutoCloseable {

    /** What is in the database before it is made new. */
    public static final List<String> ROWS = List.of("ada", "grace", "mary");

    private static final AtomicInteger NUMBERS = new AtomicInteger();

    private final int port;
    private final String name;
    private final String role;

    private ResetScene(int port) {
        int number = NUMBERS.incrementAndGet();
        this.port = port;
        this.name = "reset_" + number;
        this.role = "resetter_" + number;
        outside(
                "CREATE ROLE " + role + " LOGIN CREATEDB",
                "CREATE DATABASE " + name + " OWNER " + role + " TEMPLATE template0");
        inside(name, "CREATE TABLE people (name text)", "INSERT INTO people VALUES ('ada'), ('grace'), ('mary')");
    }

    /** One on a server that all tests share. */
    public static ResetScene on(PostgresServer server) {
        return new ResetScene(server.port());
    }

    /** One on a server that can be killed. */
    static ResetScene on(PrivateServer server) {
        return new ResetScene(server.port());
    }

    public String name() {
        return name;
    }

    public String role() {
        return role;
    }

    int port() {
        return port;
    }

    /** The number of the database that has the name. */
    long oid() {
        return Long.parseLong(outsideTexts("SELECT oid FROM pg_database WHERE datname = '" + name + "'")
                .get(0));
    }

    /** The command line of the owner. */
    public CommandRun commandLine() {
        return through(port, role);
    }

    /** The same of another role, or by way of another port. */
    CommandRun through(int otherPort, String user) {
        return CommandRun.withoutDatabase()
                .with("DATABASE_URL", "postgresql://" + user + "@localhost:" + otherPort + "/" + name);
    }

    /** Runs {@code reset} with the right name confirmed. */
    public Outcome reset(String... more) {
        return commandLine().run(arguments(more));
    }

    String[] arguments(String... more) {
        return Stream.concat(Stream.of("reset", "--confirm", name), Stream.of(more))
                .toArray(String[]::new);
    }

    /** All databases whose name begins like this one's, by name. */
    List<String> names() {
        return outsideTexts("SELECT datname FROM pg_database WHERE datname = '" + name + "' OR starts_with(datname, '"
                + name + "_') ORDER BY datname");
    }

    /** Those in which the rows are; a new one that lets nobody in yet has none. */
    List<String> namesWithRows() {
        Set<String> closed = Set.copyOf(outsideTexts("SELECT datname FROM pg_database WHERE NOT datallowconn"));
        return names().stream()
                .filter(one -> !closed.contains(one))
                .filter(one -> texts(one, "SELECT relname FROM pg_class WHERE relname = 'people'")
                                .size()
                        == 1)
                .filter(one ->
                        texts(one, "SELECT name FROM people ORDER BY name").equals(ROWS))
                .toList();
    }

    /** How many tables are in the database of this name. */
    int tablesIn(String which) {
        return texts(which, "SELECT FROM pg_tables WHERE schemaname = 'public'").size();
    }

    /** A session of this role in the database of this name. */
    Connection connect(String which, String user) throws SQLException {
        return DriverManager.getConnection("jdbc:postgresql://localhost:%d/%s?user=%s".formatted(port, which, user));
    }

    void outside(String... statements) {
        inside("postgres", statements);
    }

    /** Runs these as the superuser in the database of this name, whose session is gone afterwards. */
    void inside(String which, String... statements) {
        try (Connection connection = connect(which, PostgresServer.SUPERUSER);
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e.getSQLState() + " from: " + String.join("; ", statements), e);
        }
        awaitNobodyIn(which);
    }

    List<String> outsideTexts(String query) {
        return texts("postgres", query);
    }

    /** The first column of each row, if it has one, of a query in the database of this name. */
    List<String> texts(String which, String query) {
        List<String> texts = new ArrayList<>();
        try (Connection connection = connect(which, PostgresServer.SUPERUSER);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                texts.add(rows.getMetaData().getColumnCount() == 0 ? "" : rows.getString(1));
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e.getSQLState() + " from: " + query, e);
        }
        awaitNobodyIn(which);
        return texts;
    }

    /** A backend is still there for a moment after its client has closed the connection. */
    void awaitNobodyIn(String which) {
        if (!which.equals("postgres")) {
            Wait.until(
                    "nobody is connected to " + which,
                    () -> outsideTexts("SELECT pid FROM pg_stat_activity WHERE usesysid IS NOT NULL AND datname = '"
                                    + which + "'")
                            .isEmpty());
        }
    }

    /** Waits until the server has noticed that a killed reset is gone, and has finished what that has asked for. */
    void awaitNoReset() {
        Wait.until(
                "no reset is connected",
                () -> outsideTexts(
                                "SELECT FROM pg_stat_activity WHERE application_name = 'clean-stale-types' AND usename = '"
                                        + role + "'")
                        .isEmpty());
    }

    /** As it was in the beginning: the database that has the rows has the name, and there is no other one. */
    void restore() {
        String whole = namesWithRows().get(0);
        dropAllBut(whole);
        if (!whole.equals(name)) {
            outside("ALTER DATABASE " + whole + " RENAME TO " + name);
        }
    }

    private void dropAllBut(String kept) {
        names().stream()
                .filter(other -> !other.equals(kept))
                .forEach(other -> outside("DROP DATABASE " + other + " WITH (FORCE)"));
    }

    @Override
    public void close() {
        dropAllBut("");
        outside("DROP OWNED BY " + role, "DROP ROLE " + role);
    }
}
