package io.github.cleanstaletypes.chaos.product;

import io.github.cleanstaletypes.chaos.system.ChildProcess;
import io.github.cleanstaletypes.chaos.system.Signals;
import java.time.Duration;
import java.util.List;

/** The command line is running. */
public final class CommandLineRun implements AutoCloseable {

    private static final Duration LIMIT = Duration.ofMinutes(2);

    private final ChildProcess child;
    private final String command;

    CommandLineRun(ChildProcess child, String command) {
        this.child = child;
        this.command = command;
    }

    /** Tells whether it has not ended yet. */
    public boolean isRunning() {
        return child.isRunning();
    }

    /** Lists the processes that it has started, and those that they have started. */
    public List<ProcessHandle> descendants() {
        return child.descendants();
    }

    /** Returns all that it has printed so far. */
    public String printed() {
        return child.out() + child.err();
    }

    /**
     * Stops it with SIGSTOP: it is there, and does nothing more.
     *
     * @param descendantsToo whether the processes that it has started are stopped too
     */
    public void freeze(boolean descendantsToo) {
        Signals.stop(child.pid());
        if (descendantsToo) {
            descendants().forEach(process -> Signals.stop(process.pid()));
        }
    }

    /** Lets it go on after that, and what it has started; it comes last, since it ends those that it has started. */
    public void goOn() {
        descendants().forEach(process -> Signals.goOn(process.pid()));
        Signals.goOn(child.pid());
    }

    /** Kills it with SIGKILL and waits until it is gone. */
    public void kill() {
        child.kill();
    }

    /** Waits until it ends. */
    public CommandLineResult result() {
        return new CommandLineResult(command, child.waitFor(LIMIT), child.out(), child.err());
    }

    @Override
    public void close() {
        child.close();
    }
}
