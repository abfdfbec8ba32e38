package io.github.cleanstaletypes.internal.file;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Opens what is read from beginning to end, piece by piece: a plain file, or a pipe that somebody writes into. */
public final class LogFile {

    /** A shell that starts both ends of a pipe needs milliseconds. */
    private static final int SECONDS_FOR_WRITER = 3;

    private static final Set<Path> STANDARD_INPUT =
            Set.of(Path.of("/dev/stdin"), Path.of("/dev/fd/0"), Path.of("/proc/self/fd/0"));

    private LogFile() {}

    /**
     * Opens it.
     *
     * @param input what standard input is
     * @throws UnusableFileException if it is a directory, a device, larger than the limit, or a pipe into which nobody writes
     */
    public static InputStream open(Path file, InputStream input, SizeLimit limit) throws IOException {
        if (STANDARD_INPUT.contains(file)) {
            return input;
        }
        if (FileType.of(file) == FileType.PIPE) {
            return pipe(file);
        }
        PlainFile.check(file, limit);
        return Files.size(file) == 0 ? InputStream.nullInputStream() : Files.newInputStream(file);
    }

    /** Opening a pipe waits for a writer, and nothing can end that; so another thread does it, which ends with the process. */
    private static InputStream pipe(Path file) throws IOException {
        FutureTask<InputStream> opening = new FutureTask<>(() -> Files.newInputStream(file));
        Thread thread = new Thread(opening, "opens a pipe");
        thread.setDaemon(true);
        thread.start();
        try {
            return opening.get(SECONDS_FOR_WRITER, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            throw new UnusableFileException("it is a pipe, and nobody writes into it");
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException problem) {
                throw problem;
            }
            throw new IOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException();
        }
    }
}
