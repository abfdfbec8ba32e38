package io.github.cleanstaletypes.internal.lock;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ForkJoinWorkerThread;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;

/**
 * The guards under whose lock a thread works: those that it has entered, those that the thread had which started it, and the one that this
 * process descends from. A thread of a pool may work for somebody else by now, so a worker of a ForkJoinPool, which JUnit runs classes in, has
 * nothing from whoever happened to start it. Whether such a guard holds its lock, and in which database, only the server knows.
 */
public final class CurrentGuards {

    private static final InheritableThreadLocal<List<Entry>> ENTRIES = new InheritableThreadLocal<>();

    private CurrentGuards() {}

    /** Works under the lock of this guard from now on, in this thread and those that it starts, until that is closed. */
    public static Entered enter(GuardToken guard) {
        Entered entered = new Entered(guard);
        enter(entered);
        return entered;
    }

    /** Works under it in this thread too, and in those that this thread starts. */
    public static void enter(Entered entered) {
        List<Entry> entries = new ArrayList<>(entries());
        if (entries.stream().noneMatch(entry -> entry.entered == entered)) {
            entries.add(0, new Entry(entered, Thread.currentThread().getId()));
        }
        ENTRIES.set(List.copyOf(entries));
    }

    /** All of them, the one that was entered last first. */
    public static List<GuardToken> all() {
        return Stream.concat(entries().stream().map(entry -> entry.entered.guard), GuardToken.inherited().stream())
                .toList();
    }

    /** The one that was entered last. */
    public static Optional<GuardToken> innermost() {
        return all().stream().findFirst();
    }

    private static List<Entry> entries() {
        List<Entry> entries = ENTRIES.get();
        return entries == null
                ? List.of()
                : entries.stream().filter(Entry::counts).toList();
    }

    /**
     * A guard that a thread has entered.
     *
     * @param thread the thread's number
     */
    private record Entry(Entered entered, long thread) {

        boolean counts() {
            Thread current = Thread.currentThread();
            return !entered.left.get() && (thread == current.getId() || !(current instanceof ForkJoinWorkerThread));
        }
    }

    /** A guard that was entered. Can be closed by another thread, which ends it for all of them. */
    public static final class Entered implements AutoCloseable {

        private final GuardToken guard;
        private final AtomicBoolean left = new AtomicBoolean();

        private Entered(GuardToken guard) {
            this.guard = guard;
        }

        @Override
        public void close() {
            left.set(true);
            List<Entry> rest = entries();
            if (rest.isEmpty()) {
                ENTRIES.remove();
            } else {
                ENTRIES.set(rest);
            }
        }
    }
}
