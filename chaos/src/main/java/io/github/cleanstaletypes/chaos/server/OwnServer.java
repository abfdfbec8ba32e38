package io.github.cleanstaletypes.chaos.server;

import io.github.cleanstaletypes.chaos.observe.Await;
import io.github.cleanstaletypes.chaos.process.Signals;
import io.github.cleanstaletypes.testing.PrivateServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.function.LongConsumer;
import java.util.stream.Stream;

/** A server that one run has for itself, to be killed, restarted and fed with other files. Not thread-safe. */
public final class OwnServer implements AutoCloseable {

    private final Path home;
    private final PrivateServer server;

    private OwnServer(Path home, PrivateServer server) {
        this.home = home;
        this.server = server;
    }

    /** Starts one of this version on an empty directory. */
    public static OwnServer start(String version) {
        try {
            Path home = Files.createTempDirectory("chaos-server");
            OwnServer own = new OwnServer(
                    home,
                    PrivateServer.in(home, version)
                            .with("fsync", "on")
                            .with("max_prepared_transactions", "5")
                            .with("shared_buffers", "16MB"));
            own.server.start();
            return own;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Makes its database {@code app}. */
    public Database createDatabase() {
        Database postgres = new Database(server.port(), "postgres");
        postgres.execute("CREATE DATABASE app TEMPLATE template0");
        return postgres.sibling("app");
    }

    /** Where its files are. */
    public Path data() {
        return home.resolve("data");
    }

    /** The number of its first process. */
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

    /** Shuts it down immediately: no checkpoint, no goodbye. */
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
        try (Stream<Path> files = Files.walk(home)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
