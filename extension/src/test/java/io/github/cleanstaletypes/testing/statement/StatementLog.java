package io.github.cleanstaletypes.testing.statement;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Every statement that a server is sent is written down in {@code target/ledger} of the module that runs, when the build is asked for it
 * with {@code -Dledger}: the proof of the ledger reads it there.
 */
public final class StatementLog {

    private static final Path DIRECTORY = Path.of("target", "ledger");

    private static final AtomicInteger STARTS = new AtomicInteger();

    private StatementLog() {}

    /** What a server that is being started must be set to; nothing, when nobody has asked for the ledger. */
    public static Map<String, String> settings(String version, int port) {
        if (System.getProperty("ledger") == null) {
            return Map.of();
        }
        String file = version + "-" + port + "-" + ProcessHandle.current().pid() + "-" + STARTS.incrementAndGet();
        return Map.of(
                "logging_collector", "on",
                "log_destination", "stderr,csvlog",
                "log_directory", DIRECTORY.toAbsolutePath().toString(),
                "log_filename", file + ".log",
                "log_rotation_age", "0",
                "log_rotation_size", "0",
                "log_statement", "all");
    }
}
