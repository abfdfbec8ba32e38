package io.github.cleanstaletypes.testing;

import io.github.cleanstaletypes.testing.statement.StatementLog;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;

/**
 * Starts embedded servers one at a time, also where several JVMs test side by side.
 *
 * <p>The library unpacks a server's binaries once on a machine, into a directory for all. A JVM that comes while another one is about to
 * finish unpacks them again, over programs that run: {@code EmbeddedPostgres.prepareBinaries} asks for its lock only after it has seen that
 * the binaries are not there.
 */
final class EmbeddedStart {

    /** Slow only on a loaded machine that unpacks several servers. */
    private static final Duration STARTUP_WAIT = Duration.ofMinutes(1);

    private static final Path LOCK = Path.of(System.getProperty("java.io.tmpdir"), "clean-stale-types-embedded.lock");

    private EmbeddedStart() {}

    /** The server that the builder starts, with locale C, on the port that it is told. */
    static EmbeddedPostgres of(EmbeddedPostgres.Builder builder, String version, int port) throws IOException {
        builder.setPgBinaryResolver(new CopiedPostgresBinaries(version))
                .setPort(port)
                .setLocaleConfig("locale", "C")
                .setPGStartupWait(STARTUP_WAIT);
        StatementLog.settings(version, port).forEach(builder::setServerConfig);
        // a lock on a file holds other JVMs back, not other threads
        synchronized (EmbeddedStart.class) {
            try (FileChannel channel = FileChannel.open(LOCK, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    FileLock lock = channel.lock()) {
                assert lock.isValid();
                return builder.start();
            }
        }
    }
}
