package io.github.cleanstaletypes.chaos.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A child is a separate process, which is killed when closed.
 *
 * <p>Its output goes to files: it can be read while the process runs, and nobody has to drain a pipe. Its environment
 * holds nothing but what is given, so that no {@code PGHOST} of the caller's shell, and no locale, leads it astray.
 */
public final class ChildProcess implements AutoCloseable {

    private final Process process;
    private final Path out;
    private final Path err;

    private ChildProcess(Process process, Path out, Path err) {
        this.process = process;
        this.out = out;
        this.err = err;
    }

    /**
     * Starts this command with this environment.
     *
     * @param asOnTerminal whether its standard error goes where its standard output goes, each line in its turn
     */
    public static ChildProcess start(List<String> command, Map<String, String> environment, boolean asOnTerminal) {
        try {
            Path out = Files.createTempFile("chaos", ".out");
            Path err = Files.createTempFile("chaos", ".err");
            ProcessBuilder builder = new ProcessBuilder(command);
            builder.environment().clear();
            builder.environment().putAll(environment);
            builder.redirectOutput(out.toFile()).redirectError(err.toFile()).redirectErrorStream(asOnTerminal);
            return new ChildProcess(builder.start(), out, err);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot start " + command.get(0), e);
        }
    }

    /** Returns its number. */
    public long pid() {
        return process.pid();
    }

    /** Lists the processes that it has started, and those that they have started. */
    public List<ProcessHandle> descendants() {
        return process.descendants().toList();
    }

    /** Tells whether it has not ended yet. */
    public boolean isRunning() {
        return process.isAlive();
    }

    /** Returns what it has written to its standard output so far. */
    public String out() {
        return read(out);
    }

    /** Returns what it has written to its standard error so far. */
    public String err() {
        return read(err);
    }

    /**
     * Waits until it ends and returns its exit status.
     *
     * @throws IllegalStateException if it is still running after {@code limit}
     */
    public int waitFor(Duration limit) {
        try {
            if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new IllegalStateException("Process " + process.pid() + " still runs after " + limit.toSeconds()
                        + " s; it has printed: " + out() + err());
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting for process " + process.pid(), e);
        }
    }

    /** Ends it at once, as {@code kill -9} does, and waits until it is gone. */
    public int kill() {
        process.destroyForcibly();
        return waitFor(Duration.ofSeconds(30));
    }

    @Override
    public void close() {
        kill();
        try {
            Files.deleteIfExists(out);
            Files.deleteIfExists(err);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
