package io.github.cleanstaletypes.chaos.process;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Signals that Java cannot send by itself, each to one process that this program knows by its number. */
public final class Signals {

    private Signals() {}

    /** SIGSTOP. */
    public static void stop(long pid) {
        send("STOP", pid);
    }

    /** SIGCONT. */
    public static void goOn(long pid) {
        send("CONT", pid);
    }

    /** SIGKILL. */
    public static void kill(long pid) {
        send("KILL", pid);
    }

    /** SIGQUIT, at which a postmaster shuts down immediately. */
    public static void quit(long pid) {
        send("QUIT", pid);
    }

    private static void send(String signal, long pid) {
        try (Child kill = Child.start(List.of("/bin/kill", "-" + signal, Long.toString(pid)), Map.of(), true)) {
            int exit = kill.waitFor(Duration.ofSeconds(30));
            if (exit != 0) {
                throw new IllegalStateException("Cannot send SIG%s to %d: %s".formatted(signal, pid, kill.out()));
            }
        }
    }
}
