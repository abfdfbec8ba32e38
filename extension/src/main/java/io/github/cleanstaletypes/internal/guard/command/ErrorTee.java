package io.github.cleanstaletypes.internal.guard.command;

import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Passes what a command writes to its standard error on, byte for byte and at once, and keeps some of it.
 *
 * <p>Through a named pipe where one can be made: the JVM empties and closes its own kind of pipe when the process ends, which may take
 * bytes away from a reader that is just about to get them. A thread of its own.
 */
public final class ErrorTee {

    /** How long a pipe must be silent after the command's end, if some other process still holds it. */
    private static final Duration SILENCE = Duration.ofMillis(500);

    /** How long what others still write after the command's end is passed on; what the command wrote itself is in the pipe by then. */
    private static final Duration LONGEST = Duration.ofSeconds(5);

    /** More than the system keeps in a pipe. */
    private static final long MOST_IN_PIPE = 1024 * 1024;

    /** Making a pipe takes milliseconds, on a file system that answers. */
    private static final int MAKING_SECONDS = 5;

    private final ErrorText text = new ErrorText();
    private final OutputStream to;
    private @Nullable Thread thread;
    private volatile long lastRead = System.nanoTime();
    private volatile boolean passing;
    private final AtomicLong passed = new AtomicLong();

    public ErrorTee(OutputStream to) {
        this.to = to;
    }

    public ErrorText text() {
        return text;
    }

    /** For how long nothing has come. */
    public Duration silence() {
        return passing ? Duration.ZERO : Duration.ofNanos(System.nanoTime() - lastRead);
    }

    /** Starts the process with its standard error led here. */
    Process start(ProcessBuilder builder) throws IOException {
        Path directory = directory();
        Path fifo = directory == null ? null : fifo(directory);
        try {
            return fifo == null ? startOnPipe(builder) : startOnFifo(builder, fifo.toFile());
        } finally {
            delete(fifo);
            delete(directory);
        }
    }

    private Process startOnPipe(ProcessBuilder builder) throws IOException {
        Process process = builder.redirectError(ProcessBuilder.Redirect.PIPE).start();
        read(process.getErrorStream());
        return process;
    }

    /** Opened for both ways a named pipe waits for nobody, so that the other two can be opened; the reader then sees its end. */
    private Process startOnFifo(ProcessBuilder builder, File fifo) throws IOException {
        RandomAccessFile both = new RandomAccessFile(fifo, "rw");
        InputStream in = new FileInputStream(fifo);
        try {
            Process process =
                    builder.redirectError(ProcessBuilder.Redirect.to(fifo)).start();
            both.close();
            read(in);
            return process;
        } catch (IOException e) {
            both.close();
            in.close();
            throw e;
        }
    }

    private void read(InputStream in) {
        Thread reader = new Thread(() -> pass(in), "stderr");
        reader.setDaemon(true);
        reader.start();
        thread = reader;
    }

    private void pass(InputStream in) {
        byte[] buffer = new byte[8192];
        boolean reaches = true;
        try (in) {
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                passing = true;
                lastRead = System.nanoTime();
                text.add(buffer, n);
                reaches = reaches && pass(buffer, n);
                lastRead = System.nanoTime();
                passed.addAndGet(n);
                passing = false;
            }
        } catch (IOException e) {
            // the JVM has closed its pipe, since the process has ended
            lastRead = System.nanoTime();
        }
    }

    /** Whoever has closed our standard error must not stop the command. */
    private boolean pass(byte[] bytes, int length) {
        try {
            to.write(bytes, 0, length);
            to.flush();
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /**
     * After the command has ended: returns when all that it wrote has been passed on. A process that it has left behind, and that goes on
     * writing, is not waited for. Who reads our own standard error and stops reading, holds this up, as it holds up every program.
     */
    void finish() throws InterruptedException {
        Thread reader = thread;
        long end = System.nanoTime();
        long before = passed.get();
        // not since the command's last words: the reader may not have come to those that it ended with
        lastRead = end;
        while (reader != null && reader.isAlive() && !silent() && !others(end, before)) {
            reader.join(10);
        }
    }

    private boolean others(long end, long before) {
        boolean late = System.nanoTime() - end > LONGEST.toNanos();
        return late && (!passing || passed.get() - before > MOST_IN_PIPE);
    }

    private boolean silent() {
        return !passing && System.nanoTime() - lastRead > SILENCE.toNanos();
    }

    private static @Nullable Path directory() {
        try {
            return Files.createTempDirectory("guard");
        } catch (IOException e) {
            return null;
        }
    }

    private static @Nullable Path fifo(Path directory) {
        Path fifo = directory.resolve("stderr");
        try {
            Process mkfifo = new ProcessBuilder("mkfifo", "-m", "600", fifo.toString())
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return mkfifo.waitFor(MAKING_SECONDS, TimeUnit.SECONDS) && mkfifo.exitValue() == 0 ? fifo : null;
        } catch (IOException e) {
            return null;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return null;
        }
    }

    private static void delete(@Nullable Path path) {
        if (path != null) {
            try {
                Files.deleteIfExists(path);
            } catch (IOException e) {
                path.toFile().deleteOnExit();
            }
        }
    }
}
