package io.github.cleanstaletypes.testcontainers;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.function.UnaryOperator;

/**
 * An embedded PostgreSQL with the role, the password and the database that the image would make. The only class that names zonky's, so
 * that the others load without it.
 */
final class EmbeddedServer implements LocalServer {

    /** As long as Testcontainers gives a database by default: the first start on a machine unpacks the server. */
    private static final Duration STARTUP_WAIT = Duration.ofMinutes(2);

    private static final String OWNER = "postgres";

    private final EmbeddedPostgres server;
    private final Path log;

    private EmbeddedServer(EmbeddedPostgres server, Path log) {
        this.server = server;
        this.log = log;
    }

    static LocalServer start(ServerSettings settings) throws IOException {
        return start(settings, UnaryOperator.identity());
    }

    static LocalServer start(ServerSettings settings, UnaryOperator<EmbeddedPostgres.Builder> more) throws IOException {
        Path log = Files.createTempFile("clean-stale-types-", ".log");
        boolean started = false;
        try {
            EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
                    .setPGStartupWait(STARTUP_WAIT)
                    .setServerConfig("listen_addresses", "localhost")
                    .setOutputRedirector(Redirect.appendTo(log.toFile()))
                    .setErrorRedirector(Redirect.appendTo(log.toFile()))
                    .setDataDirectoryCustomizer(data -> demandPassword(data, settings.username()));
            settings.parameters().forEach(builder::setServerConfig);
            EmbeddedServer server = new EmbeddedServer(more.apply(builder).start(), log);
            server.create(settings);
            started = true;
            return server;
        } finally {
            if (!started) {
                Files.deleteIfExists(log);
            }
        }
    }

    /** The image lets nobody in over the network without a password; here only the role that zonky connects as. */
    private static void demandPassword(File data, String username) {
        String rules = username.equals(OWNER)
                ? "host all all localhost trust\n"
                : "host all " + OWNER + " localhost trust\nhost all all localhost scram-sha-256\n";
        try {
            Files.writeString(data.toPath().resolve("pg_hba.conf"), rules);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void create(ServerSettings settings) throws IOException {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            if (!settings.username().equals(OWNER)) {
                statement.execute(format(
                        connection,
                        "CREATE ROLE %I SUPERUSER LOGIN PASSWORD %L",
                        settings.username(),
                        settings.password()));
            }
            if (!settings.database().equals("postgres")) {
                statement.execute(
                        format(connection, "CREATE DATABASE %I OWNER %I", settings.database(), settings.username()));
            }
        } catch (SQLException e) {
            close();
            throw new IOException("the embedded PostgreSQL has no " + settings, e);
        }
    }

    private static String format(Connection connection, String template, String first, String second)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("SELECT pg_catalog.format(?, ?, ?)")) {
            statement.setString(1, template);
            statement.setString(2, first);
            statement.setString(3, second);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getString(1);
            }
        }
    }

    @Override
    public int port() {
        return server.getPort();
    }

    @Override
    public boolean alive() {
        // the process that zonky knows has only launched the server
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port())) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public String log() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            server.close();
            Files.deleteIfExists(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
