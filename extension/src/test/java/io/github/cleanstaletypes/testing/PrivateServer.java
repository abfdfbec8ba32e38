package io.github.cleanstaletypes.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A server that one test class has for itself, so that it can be stopped, started again on the same data and port, turned into a
 * standby, and told whom to let in. Not thread-safe.
 */
public final class PrivateServer implements AutoCloseable {

    private final String version;
    private final Path directory;
    private final int port;
    private final Map<String, String> settings = new HashMap<>(Map.of("fsync", "off", "listen_addresses", "localhost"));
    private @Nullable EmbeddedPostgres running;

    private PrivateServer(String version, Path directory, int port) {
        this.version = version;
        this.directory = directory;
        this.port = port;
    }

    /**
     * One that is not started yet.
     *
     * @param directory an empty directory that it may use
     */
    public static PrivateServer in(Path directory, String version) {
        return new PrivateServer(version, directory.resolve("data"), Ports.free());
    }

    /** From its next start on it has this setting. */
    public PrivateServer with(String setting, String value) {
        settings.put(setting, value);
        return this;
    }

    /** The port on localhost, the same each time it is started. */
    public int port() {
        return port;
    }

    /** Starts it, and returns when it answers queries. */
    public PrivateServer start() {
        try {
            EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder();
            settings.forEach(builder::setServerConfig);
            running = EmbeddedStart.of(
                    builder.setDataDirectory(directory)
                            .setCleanDataDirectory(false)
                            .setOutputRedirector(Redirect.DISCARD)
                            .setErrorRedirector(Redirect.DISCARD),
                    version,
                    port);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL " + version + " did not start on " + directory, e);
        }
    }

    /** Runs a statement as the superuser in the database {@code postgres}. */
    public void execute(String sql) {
        if (running == null) {
            throw new IllegalStateException("It is not running");
        }
        try (Connection connection = running.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e.getSQLState() + " from: " + sql, e);
        }
    }

    /** From its next start on this role needs its password, checked by SCRAM. */
    public void demandPasswordOf(String role) {
        Path rules = directory.resolve("pg_hba.conf");
        try {
            String old = Files.readString(rules);
            Files.writeString(rules, "host all " + role + " all scram-sha-256\n" + old);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Makes it a standby from its next start on: of no primary, so that it waits for ever for something to replay. */
    public void becomeStandby() {
        try {
            Files.createFile(directory.resolve("standby.signal"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * A server on a copy of the data of this one, which must be stopped; once started, it follows this one until it is promoted. The
     * settings are those of now.
     *
     * @param other an empty directory that it may use
     */
    public PrivateServer standbyIn(Path other) {
        if (running != null) {
            throw new IllegalStateException("A copy of files that change is none");
        }
        PrivateServer standby = in(other, version);
        standby.settings.putAll(settings);
        Directories.copy(directory, standby.directory);
        standby.becomeStandby();
        try {
            Files.writeString(
                    standby.directory.resolve("postgresql.auto.conf"),
                    "primary_conninfo = 'host=localhost port=" + port + " user=postgres'\n",
                    StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return standby;
    }

    /** Kills all its processes at once, as a power failure does. */
    public void killHard() {
        try {
            long pid = Long.parseLong(Files.readAllLines(directory.resolve("postmaster.pid"))
                    .get(0)
                    .strip());
            ProcessHandle postmaster = ProcessHandle.of(pid).orElseThrow();
            List<ProcessHandle> all = Stream.concat(Stream.of(postmaster), postmaster.descendants())
                    .toList();
            all.forEach(ProcessHandle::destroyForcibly);
            Wait.until(
                    "all processes of the server are gone", () -> all.stream().noneMatch(ProcessHandle::isAlive));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Stops it and keeps its data. */
    public void stop() {
        if (running != null) {
            try {
                running.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } finally {
                running = null;
            }
        }
    }

    @Override
    public void close() {
        stop();
    }
}
