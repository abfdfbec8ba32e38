package io.github.cleanstaletypes.chaos.system;

import io.github.cleanstaletypes.testing.Directories;
import io.github.cleanstaletypes.testing.MemoryDirectory;
import io.github.cleanstaletypes.testing.PrivateServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongConsumer;
import java.util.stream.Stream;

/** A run has this server for itself, to kill and restart it and to give it other files. Not thread-safe. */
public final class OwnServer implements AutoCloseable {

    private static final String DATA = "data";
    private static final Map<String, Path> TEMPLATES = new ConcurrentHashMap<>();

    private final Path home;
    private final PrivateServer server;

    private OwnServer(Path home, PrivateServer server) {
        this.home = home;
        this.server = server;
    }

    /** Starts one of this version, on a copy of the first of its version: to copy takes less time than to make. */
    public static OwnServer start(String version) {
        Path template = TEMPLATES.computeIfAbsent(version, OwnServer::template);
        Path home = MemoryDirectory.create();
        Directories.copy(template.resolve(DATA), home.resolve(DATA));
        OwnServer own = new OwnServer(
                home,
                PrivateServer.in(home, version)
                        .with("fsync", "on")
                        // the library turns it off: the last commits before a crash would be lost by no fault of
                        // anybody
                        .with("synchronous_commit", "on")
                        .with("autovacuum", "off")
                        .with("max_prepared_transactions", "5")
                        .with("shared_buffers", "16MB"));
        own.server.start();
        return own;
    }

    private static Path template(String version) {
        Path home = MemoryDirectory.create();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> Directories.delete(home)));
        try (PrivateServer server = PrivateServer.in(home, version)) {
            server.start();
        }
        return home;
    }

    /**
     * Makes a standby of it on a copy of its files, which is not started yet. From now on each commit waits until the standby shows it.
     *
     * @param directory an empty directory
     */
    PrivateServer standbyIn(Path directory) {
        server.stop();
        PrivateServer standby = server.standbyIn(directory);
        server.with("synchronous_commit", "remote_apply").with("synchronous_standby_names", "walreceiver");
        server.start();
        return standby;
    }

    /** Returns its port on localhost. */
    public int port() {
        return server.port();
    }

    /** Makes its database {@code app}. */
    public Database createDatabase() {
        Database postgres = new Database(server.port(), "postgres");
        postgres.execute("CREATE DATABASE app TEMPLATE template0");
        return postgres.sibling("app");
    }

    /** Returns where its files are. */
    public Path data() {
        return home.resolve(DATA);
    }

    /** Returns the number of its first process. */
    public long postmaster() {
        try {
            return Long.parseLong(
                    Files.readAllLines(data().resolve("postmaster.pid")).get(0).strip());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends its first process by SIGKILL, and waits until the others have noticed and are gone. */
    public void killHard() {
        endBy(Signals::kill);
    }

    /** Tells whether it answers, and the process with this number is gone. */
    public boolean answersWithout(int pid) {
        if (ProcessHandle.of(pid).isPresent()) {
            return false;
        }
        try (Connection connection =
                new Database(server.port(), "postgres").dataSource().getConnection()) {
            return connection.isValid(0);
        } catch (SQLException e) {
            // 57P03: it recovers
            return false;
        }
    }

    /** Shuts it down immediately, without a checkpoint. */
    public void shutDownImmediately() {
        endBy(Signals::quit);
    }

    private void endBy(LongConsumer signal) {
        ProcessHandle postmaster = ProcessHandle.of(postmaster()).orElseThrow();
        List<ProcessHandle> all =
                Stream.concat(postmaster.descendants(), Stream.of(postmaster)).toList();
        signal.accept(postmaster.pid());
        Await.until("all processes of the server are gone", () -> all.stream().noneMatch(ProcessHandle::isAlive));
    }

    /** Restarts it as one should. */
    public void restart() {
        server.stop();
        server.start();
    }

    /** Shuts it down as one should; it can be started again. */
    public void stop() {
        server.stop();
    }

    /** Starts it again on the same files and port. */
    public void start() {
        // lets go of what the library keeps of the process before
        server.stop();
        server.start();
    }

    @Override
    public void close() {
        server.close();
        Directories.delete(home);
    }
}
