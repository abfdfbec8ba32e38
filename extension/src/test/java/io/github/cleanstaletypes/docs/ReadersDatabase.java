package io.github.cleanstaletypes.docs;

import io.github.cleanstaletypes.testing.PostgresServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** What a reader who follows the guide has: a database with a stale type, files, and a shell in which the examples' places are real. */
final class ReadersDatabase implements AutoCloseable {

    private static final PostgresServer SERVER = PostgresServer.of("18.6");
    private static final String CREATE_TYPE = "CREATE TYPE accounts_user AS ENUM ('admin', 'guest')";

    private final Path directory;

    ReadersDatabase(Path directory) throws IOException, SQLException {
        this.directory = directory;
        execute(SERVER.superuser().getConnection(), "CREATE ROLE app LOGIN CREATEDB", "CREATE DATABASE app OWNER app");
        execute(CREATE_TYPE);
        Path migrations = Files.createDirectories(directory.resolve("src/main/resources/db/migration"));
        Files.writeString(migrations.resolve("V1__accounts.sql"), "CREATE TABLE accounts_user (id int);");
        Files.writeString(
                directory.resolve("migration.log"),
                BlockCheck.ERROR_TEXT.in(Documentation.readme()).get(0).text());
    }

    /** A shell of the reader's, whose environment names the database. */
    Shell shell() throws IOException {
        Path service = Files.writeString(
                directory.resolve("pg_service.conf"),
                "[app]\nhost=localhost\nport=%d\ndbname=app\nuser=app\n".formatted(SERVER.port()));
        Path secret = Files.writeString(
                directory.resolve("database_url"),
                "postgresql://app:secret@localhost:%d/app\n".formatted(SERVER.port()));
        return new Shell(directory)
                .export("PGSERVICEFILE", service.toString())
                .export("DATABASE_URL", "postgresql://app@localhost:%d/app".formatted(SERVER.port()))
                .replace("/run/secrets/database_url", secret.toString())
                .replace("python manage.py migrate", "true")
                .replace("db.example", "localhost")
                .replace("5432", Integer.toString(SERVER.port()));
    }

    void execute(String sql) throws SQLException {
        execute(
                DriverManager.getConnection("jdbc:postgresql://localhost:%d/app?user=app".formatted(SERVER.port())),
                sql);
    }

    @Override
    public void close() throws SQLException {
        dropWhatWasSetAside();
        execute(SERVER.superuser().getConnection(), "DROP DATABASE app WITH (FORCE)", "DROP ROLE app");
    }

    private static void dropWhatWasSetAside() throws SQLException {
        try (Connection connection = SERVER.superuser().getConnection();
                Statement statement = connection.createStatement();
                ResultSet names =
                        statement.executeQuery("SELECT datname FROM pg_database WHERE datname LIKE 'app_old_%'")) {
            while (names.next()) {
                execute(SERVER.superuser().getConnection(), "DROP DATABASE " + names.getString(1) + " WITH (FORCE)");
            }
        }
    }

    private static void execute(Connection opened, String... statements) throws SQLException {
        try (Connection connection = opened;
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }
}
