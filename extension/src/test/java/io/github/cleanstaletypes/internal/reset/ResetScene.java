package io.github.cleanstaletypes.internal.reset;

import io.github.cleanstaletypes.internal.cli.CommandRun;
import io.github.cleanstaletypes.internal.cli.CommandRun.Outcome;
import io.github.cleanstaletypes.testing.PostgresServer;
import io.github.cleanstaletypes.testing.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;

/** A database with a table of three rows, and whatever a reset puts beside it; all of it goes when it is closed. */
final class ResetScene implements AutoCloseable {

    /** What is in the database before it is made new. */
    static final List<String> ROWS = List.of("ada", "grace", "mary");

    private final TestDatabase database;
    private final DataSource outside;
    private final String role;

    private ResetScene(TestDatabase database, String role) {
        this.database = database;
        this.outside = database.server().superuser();
        this.role = role;
    }

    /** One that belongs to a role which may make databases and is no superuser. */
    static ResetScene on(PostgresServer server) {
        TestDatabase database = server.createDatabase();
        String role = database.createRole();
        ResetScene scene = new ResetScene(database, role);
        scene.outside("ALTER ROLE " + role + " CREATEDB");
        scene.outside("ALTER DATABASE " + database.name() + " OWNER TO " + role);
        database.execute("CREATE TABLE people (name text)", "INSERT INTO people VALUES ('ada'), ('grace'), ('mary')");
        database.awaitNobodyConnected();
        return scene;
    }

    TestDatabase database() {
        return database;
    }

    String name() {
        return database.name();
    }

    String role() {
        return role;
    }

    /** The number that it has before anything is done. */
    long oid() {
        return Long.parseLong(outsideTexts("SELECT oid FROM pg_database WHERE datname = '" + name() + "'")
                .get(0));
    }

    CommandRun commandLine() {
        return CommandRun.withoutDatabase().with("DATABASE_URL", CommandRun.url(database, role));
    }

    /** Runs {@code reset} with the right name confirmed. */
    Outcome reset(String... more) {
        return commandLine()
                .run(Stream.concat(Stream.of("reset", "--confirm", name()), Stream.of(more))
                        .toArray(String[]::new));
    }

    /** All databases whose name begins like this one's, by name. */
    List<String> names() {
        return outsideTexts("SELECT datname FROM pg_database WHERE datname = '" + name() + "' OR starts_with(datname, '"
                + name() + "_') ORDER BY datname");
    }

    /** The rows of the table in the database of this name. */
    List<String> rowsIn(String name) {
        return textsIn(name, "SELECT name FROM people ORDER BY name");
    }

    /** How many tables are in the database of this name. */
    String tablesIn(String name) {
        return textsIn(name, "SELECT count(*) FROM pg_tables WHERE schemaname = 'public'")
                .get(0);
    }

    List<String> textsIn(String name, String query) {
        try (Connection connection = connect(name, PostgresServer.SUPERUSER)) {
            return texts(connection, query);
        } catch (SQLException e) {
            throw new IllegalStateException(e.getSQLState() + " from: " + query, e);
        }
    }

    /** A session of this role in the database of this name. */
    Connection connect(String name, String user) throws SQLException {
        return java.sql.DriverManager.getConnection("jdbc:postgresql://localhost:%d/%s?user=%s"
                .formatted(database.server().port(), name, user));
    }

    void outside(String... statements) {
        try (Connection connection = outside.getConnection();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e.getSQLState() + " from: " + String.join("; ", statements), e);
        }
    }

    List<String> outsideTexts(String query) {
        try (Connection connection = outside.getConnection()) {
            return texts(connection, query);
        } catch (SQLException e) {
            throw new IllegalStateException(e.getSQLState() + " from: " + query, e);
        }
    }

    private static List<String> texts(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            List<String> texts = new ArrayList<>();
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
            return texts;
        }
    }

    @Override
    public void close() {
        names().stream()
                .filter(other -> !other.equals(name()))
                .forEach(other -> outside("DROP DATABASE " + other + " WITH (FORCE)"));
        database.close();
    }
}
