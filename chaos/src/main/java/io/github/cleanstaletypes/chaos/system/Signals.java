package io.github.cleanstaletypes.chaos.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Sends signals that Java cannot send by itself, each to one process that this program knows by its number. */
public final class Signals {

    private Signals() {}

    /** Sends SIGSTOP, which is in effect when this returns: the thread that gets it stops the others only when it has a processor. */
    public static void stop(long pid) {
        send("STOP", pid);
        Path threads = Path.of("/proc", Long.toString(pid), "task");
        Await.until("process " + pid + " has stopped", () -> stopped(threads));
    }

    /** Tells whether all of them have stopped; where the system does not show threads, it is enough that the signal was sent. */
    private static boolean stopped(Path threads) {
        if (!Files.isDirectory(threads)) {
            return true;
        }
        try (Stream<Path> all = Files.list(threads)) {
            return all.map(thread -> thread.resolve("status")).allMatch(Signals::tellsStopped);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean tellsStopped(Path status) {
        try {
            return Files.readString(status).contains("\nState:\tT");
        } catch (NoSuchFileException e) {
            // it has ended meanwhile
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Sends SIGCONT, unless the process has ended meanwhile. */
    public static void goOn(long pid) {
        if (ProcessHandle.of(pid).isPresent()) {
            send("CONT", pid);
        }
    }

    /** Sends SIGKILL. */
    public static void kill(long pid) {
        send("KILL", pid);
    }

    /** Sends SIGQUIT, at which a postmaster shuts down immediately. */
    public static void quit(long pid) {
        send("QUIT", pid);
    }

    private static void send(String signal, long pid) {
        try (ChildProcess kill =
                ChildProcess.start(List.of("/bin/kill", "-" + signal, Long.toString(pid)), Map.of(), true)) {
            int exit = kill.waitFor(Duration.ofSeconds(30));
            if (exit != 0) {
                throw new IllegalStateException("Cannot send SIG%s to %d: %s".formatted(signal, pid, kill.out()));
            }
        }
    }
}
