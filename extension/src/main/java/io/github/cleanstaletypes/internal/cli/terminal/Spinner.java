package io.github.cleanstaletypes.internal.cli.terminal;

import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** Tells on stderr what is being waited for: with a turning sign on a terminal, with one plain line elsewhere. */
final class Spinner implements AutoCloseable {

    private static final String[] SIGNS = {"⠋", "⠙", "⠹", "⠸", "⠼", "⠴", "⠦", "⠧", "⠇", "⠏"};
    private static final long TURN_NANOS = 100_000_000;
    private static final String CLEAR_LINE = "\r\u001b[2K";

    private final Console console;
    private @Nullable Thread turning;

    Spinner(Console console) {
        this.console = console;
    }

    void waitFor(String what) {
        close();
        if (!console.errTerminal()) {
            console.err().println(what);
            return;
        }
        Thread thread = new Thread(() -> turn(what), "spinner");
        thread.setDaemon(true);
        thread.start();
        turning = thread;
    }

    private void turn(String what) {
        for (int i = 0; !Thread.currentThread().isInterrupted(); i++) {
            console.err().print(CLEAR_LINE + SIGNS[i % SIGNS.length] + " " + what);
            console.err().flush();
            LockSupport.parkNanos(TURN_NANOS);
        }
    }

    /** Stops, and takes its line away again. */
    @Override
    public void close() {
        Thread thread = turning;
        turning = null;
        if (thread == null) {
            return;
        }
        thread.interrupt();
        try {
            // it ends at once, unless nobody reads our standard error any more, which holds up what comes next too
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        console.err().print(CLEAR_LINE);
        console.err().flush();
    }
}
