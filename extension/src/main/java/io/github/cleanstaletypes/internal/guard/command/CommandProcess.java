package io.github.cleanstaletypes.internal.guard.command;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The guarded command: has this process's standard input, output, directory and environment. In a session and process group of its own
 * where there is {@code setsid}, so that a signal reaches all of its processes, and they are killed when this process is. Can be shared between threads.
 */
public final class CommandProcess implements Running {

    private static final String SETSID = "setsid";

    /** The group is not there before setsid has made it. */
    private static final String TO_GROUP = "kill -s \"$1\" -- -\"$2\" 2>/dev/null || kill -s \"$1\" \"$2\" 2>/dev/null";

    private static final String TO_EACH = "signal=$1; shift; kill -s \"$signal\" \"$@\" 2>/dev/null";

    /** Signal 0 is sent to nobody, and fails if there is nobody. */
    private static final String ANY_IN_GROUP = "kill -s 0 -- -\"$1\" 2>/dev/null || exit 7";

    private static final int NONE_IN_GROUP = 7;

    /** The shell that sends a signal takes milliseconds. */
    private static final int SENDING_SECONDS = 2;

    private final Process process;
    private final boolean group;
    private final @Nullable ErrorTee tee;
    private final @Nullable Watchdog watchdog;

    private CommandProcess(Process process, @Nullable Watchdog watchdog, @Nullable ErrorTee tee) {
        this.process = process;
        this.group = watchdog != null;
        this.watchdog = watchdog;
        this.tee = tee;
    }

    /**
     * Starts it.
     *
     * @param ownGroup whether it is to have a process group of its own
     * @param tee takes its standard error; null leaves it this process's
     */
    public static CommandProcess start(
            List<String> command, Map<String, String> additions, boolean ownGroup, @Nullable ErrorTee tee)
            throws IOException {
        boolean group = ownGroup && Programs.find(SETSID, System.getenv("PATH"));
        List<String> words = new ArrayList<>(command);
        if (group) {
            words.add(0, SETSID);
        }
        ProcessBuilder builder = new ProcessBuilder(CommandWords.of(words));
        builder.environment().putAll(additions);
        builder.redirectInput(Redirect.INHERIT).redirectOutput(Redirect.INHERIT).redirectError(Redirect.INHERIT);
        Watchdog watchdog = group ? Watchdog.start() : null;
        try {
            Process process = tee == null ? builder.start() : tee.start(builder);
            if (watchdog != null) {
                watchdog.watch(process.pid());
            }
            return new CommandProcess(process, watchdog, tee);
        } catch (IOException e) {
            if (watchdog != null) {
                watchdog.close();
            }
            throw e;
        }
    }

    /**
     * Waits for its end, as long as that takes: how long a migration may run, only its user knows. A signal, or the loss of the lock, ends
     * it sooner. Then waits for what it wrote to have been passed on, unless this thread is interrupted; returns 128 and the signal's number
     * if one ended it.
     */
    public int await() throws InterruptedException {
        int status = process.waitFor();
        if (watchdog != null) {
            watchdog.close();
        }
        try {
            if (tee != null) {
                tee.finish();
            }
        } catch (InterruptedException e) {
            // its status counts, and who interrupts knows of it
            return status;
        }
        return status;
    }

    /** Sends a signal to its process group, or to it and its descendants where it has none of its own. */
    @Override
    public boolean signal(String name) {
        if (process.isAlive()) {
            send(name);
            return true;
        }
        return false;
    }

    /** Tells whether it is known that none of its processes is left; without a process group of their own that is not known. */
    public boolean gone() {
        if (!group || process.isAlive()) {
            return false;
        }
        try {
            return new ProcessBuilder("sh", "-c", ANY_IN_GROUP, "sh", Long.toString(process.pid()))
                            .start()
                            .waitFor()
                    == NONE_IN_GROUP;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void send(String name) {
        List<String> words = new ArrayList<>(List.of("sh", "-c", group ? TO_GROUP : TO_EACH, "sh", name));
        if (group) {
            words.add(Long.toString(process.pid()));
        } else {
            family().map(ProcessHandle::pid).map(String::valueOf).forEach(words::add);
        }
        try {
            new ProcessBuilder(words).start().waitFor(SENDING_SECONDS, TimeUnit.SECONDS);
        } catch (IOException e) {
            withoutShell(name);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Stream<ProcessHandle> family() {
        return Stream.concat(Stream.of(process.toHandle()), process.descendants());
    }

    /** Java can send two. */
    private void withoutShell(String name) {
        switch (name) {
            case "KILL" -> family().toList().forEach(ProcessHandle::destroyForcibly);
            case "TERM", "INT", "HUP" -> family().toList().forEach(ProcessHandle::destroy);
            default -> {
                // nothing can be done
            }
        }
    }

    /** TERM, and KILL for what is still there after this time; returns when it has ended. */
    @Override
    public void stop(Duration grace) throws InterruptedException {
        signal("TERM");
        boolean ended = process.waitFor(grace.toMillis(), TimeUnit.MILLISECONDS);
        if (!ended || group) {
            // of a group some may be left
            send("KILL");
        }
        // nothing outlives KILL but a process that the kernel itself holds up, and that would still be at work on the
        // database
        process.waitFor();
    }
}
