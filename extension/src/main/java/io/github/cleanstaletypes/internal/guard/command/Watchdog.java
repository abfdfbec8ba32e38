package io.github.cleanstaletypes.internal.guard.command;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * A shell that kills the command's process group when the guard is killed: it holds the other end of a pipe, which the system closes when
 * the guard is no more. Without it the command would live on, and could open a session and have a statement run before the next guard's
 * heartbeat ends that.
 */
final class Watchdog implements AutoCloseable {

    /** The first line is the group. A second one means that all is over; its absence, that the guard is. */
    private static final String SCRIPT = "read -r group && ! read -r over && kill -s KILL -- -\"$group\"";

    private final @Nullable OutputStream leash;

    private Watchdog(@Nullable OutputStream leash) {
        this.leash = leash;
    }

    /** One that does not know its group yet; in a session of its own, so that nobody's Ctrl-C ends it. */
    static Watchdog start() {
        try {
            return new Watchdog(new ProcessBuilder("setsid", "sh", "-c", SCRIPT)
                    .redirectOutput(Redirect.DISCARD)
                    .redirectError(Redirect.DISCARD)
                    .start()
                    .getOutputStream());
        } catch (IOException e) {
            return new Watchdog(null);
        }
    }

    void watch(long group) {
        tell(Long.toString(group));
    }

    /** The command has ended. */
    @Override
    public void close() {
        tell("");
    }

    private void tell(String line) {
        if (leash == null) {
            return;
        }
        try {
            leash.write((line + "\n").getBytes(StandardCharsets.US_ASCII));
            leash.flush();
        } catch (IOException e) {
            // somebody has killed the watchdog: the next guard's fence is left
        }
    }
}
