package io.github.cleanstaletypes.internal.lock;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;

/**
 * The guards under whose lock a thread works: those that it has entered, or that the thread had which started it, and the one that this
 * process descends from. A thread of a pool that was there before belongs to none: it may work for somebody else. Whether such a guard holds
 * its lock, and in which database, only the server knows. Stateless to its callers.
 */
public final class CurrentGuards {

    private static final InheritableThreadLocal<List<Entered>> ENTERED = new InheritableThreadLocal<>();

    private CurrentGuards() {}

    /** Works under the lock of this guard from now on, in this thread and those that it starts, until that is closed. */
    public static Entered enter(GuardToken guard) {
        Entered entered = new Entered(guard);
        enter(entered);
        return entered;
    }

    /** Works under it in this thread too, and in those that this thread starts. */
    public static void enter(Entered entered) {
        List<Entered> all = new ArrayList<>(entered());
        if (!all.contains(entered)) {
            all.add(entered);
        }
        ENTERED.set(List.copyOf(all));
    }

    /** All of them, the one that was entered last first. */
    public static List<GuardToken> all() {
        List<Entered> entered = new ArrayList<>(entered());
        Collections.reverse(entered);
        return Stream.concat(entered.stream().map(one -> one.guard), GuardToken.inherited().stream())
                .toList();
    }

    /** The one that was entered last. */
    public static Optional<GuardToken> innermost() {
        return all().stream().findFirst();
    }

    private static List<Entered> entered() {
        List<Entered> all = ENTERED.get();
        return all == null
                ? List.of()
                : all.stream().filter(one -> !one.left.get()).toList();
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
            List<Entered> rest = entered();
            if (rest.isEmpty()) {
                ENTERED.remove();
            } else {
                ENTERED.set(rest);
            }
        }
    }
}
